package dev.convene.provider.vonage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The claims that Vonage's own SDKs have in common, and what they say. */
class JoinTokensTest {

    private static final RoomId ROOM = new RoomId("SESSIONID");
    private static final Instant CREATED = Instant.ofEpochSecond(1_700_000_000);
    private static final Instant EXPIRES = Instant.ofEpochSecond(1_700_086_400);

    private static Grant grant(Participant participant, Role role) {
        return new Grant(participant, role, CREATED, EXPIRES);
    }

    @Test
    void onTheUnifiedPlatformItIsSignedWithThePrivateKey() throws Exception {
        JWTClaimsSet claims = claims(Credentials.UNIFIED);

        assertThat(claims.getStringClaim("application_id")).isEqualTo(Credentials.UNIFIED.project());
        assertThat(claims.getSubject()).isEqualTo("video");
        assertThat(claims.getJSONObjectClaim("acl")).isEqualTo(Map.of("paths", Map.of("/session/**", Map.of())));
        hasTheCommonClaims(claims);
    }

    @Test
    void onOpentokItIsSignedWithTheSecret() throws Exception {
        JWTClaimsSet claims = claims(Credentials.OPENTOK);

        assertThat(claims.getIssuer()).isEqualTo(Credentials.OPENTOK.project());
        assertThat(claims.getStringClaim("ist")).isEqualTo("project");
        assertThat(claims.getClaim("nonce")).isNotNull();
        hasTheCommonClaims(claims);
    }

    @Test
    void aNameGoesWithTheIdentity() throws Exception {
        JoinToken token = new JwtTokens(Credentials.OPENTOK.account())
                .sign(ROOM, grant(new Participant("ada", "Ada L."), Role.MODERATOR));

        JWTClaimsSet claims = Credentials.OPENTOK.read(token.value());
        assertThat(claims.getStringClaim("connection_data")).isEqualTo("{\"identity\":\"ada\",\"name\":\"Ada L.\"}");
        assertThat(claims.getStringClaim("role")).isEqualTo("moderator");
    }

    private static JWTClaimsSet claims(Credentials credentials) {
        var grant = grant(new Participant("ada", "ada"), Role.SUBSCRIBER);
        return credentials.read(
                new JwtTokens(credentials.account()).sign(ROOM, grant).value());
    }

    private static void hasTheCommonClaims(JWTClaimsSet claims) throws Exception {
        assertThat(claims.getStringClaim("scope")).isEqualTo("session.connect");
        assertThat(claims.getStringClaim("session_id")).isEqualTo("SESSIONID");
        assertThat(claims.getStringClaim("role")).isEqualTo("subscriber");
        assertThat(claims.getStringClaim("connection_data")).isEqualTo("ada");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(CREATED));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(EXPIRES));
        assertThat(claims.getJWTID()).isNotBlank();
    }

    /** The signature was computed from the definition of the form. */
    @Test
    void theOlderFormIsSignedAsItIsDefined() {
        var project = new Account.Project("123456", new HmacKey("1234567890abcdef1234567890abcdef1234567890"));

        String token = new T1Tokens(project)
                .sign("create_time=1700000000&expire_time=1700086400&session_id=SESSIONID&nonce=123456&role=publisher"
                        + "&scope=session.connect");

        assertThat(token)
                .isEqualTo("T1==cGFydG5lcl9pZD0xMjM0NTYmc2lnPTVmNTllZmQ2YjliMjNlOTk4NWIzMzJjN2RhZThlYTE4NGE5YmY4Y2M6"
                        + "Y3JlYXRlX3RpbWU9MTcwMDAwMDAwMCZleHBpcmVfdGltZT0xNzAwMDg2NDAwJnNlc3Npb25faWQ9U0VTU0lPTklEJm5vbm"
                        + "NlPTEyMzQ1NiZyb2xlPXB1Ymxpc2hlciZzY29wZT1zZXNzaW9uLmNvbm5lY3Q=");
    }

    @Test
    void theOlderFormSaysTheSame() {
        var project = new Account.Project("123456", new HmacKey("1234567890abcdef1234567890abcdef1234567890"));
        var grant = grant(new Participant("ada & co=?\u00e9", ""), Role.PUBLISHER_ONLY);

        JoinToken token = new T1Tokens(project, () -> 7).sign(ROOM, grant);

        String text = new String(Base64.getUrlDecoder().decode(token.value().substring("T1==".length())), UTF_8);
        assertThat(text).startsWith("partner_id=123456&sig=");
        Map<String, String> fields = Arrays.stream(text.split(":", 2)[1].split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], UTF_8)));
        assertThat(fields)
                .containsEntry("session_id", "SESSIONID")
                .containsEntry("role", "publisheronly")
                .containsEntry("create_time", "1700000000")
                .containsEntry("expire_time", "1700086400")
                .containsEntry("nonce", "7")
                .containsEntry("scope", "session.connect")
                .containsEntry("connection_data", "ada & co=?\u00e9");
        assertThat(token.expiresAt()).isEqualTo(EXPIRES);
    }
}
