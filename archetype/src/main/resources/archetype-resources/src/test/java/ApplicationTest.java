#set( $dollar = "$" )
package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
#if( $provider == "vonage" )
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
#end
import java.time.Instant;
#if( $provider == "vonage" )
import java.util.Base64;
#end
import java.util.Date;
import java.util.List;
import java.util.Map;
#if( $provider == "vonage" )
import org.junit.jupiter.api.BeforeAll;
#end
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class ApplicationTest {

#if( $provider == "embedded" )
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
#end
    private static final ParameterizedTypeReference<List<Map<String, Object>>> LIST = new ParameterizedTypeReference<>() {};

    @LocalServerPort
    private int port;

    @Value("${dollar}{convene.jwt.secret}")
    private String secret;

    @Value("${dollar}{convene.jwt.issuer}")
    private String issuer;
#if( $provider == "vonage" )

    /** A key that Vonage does not know. */
    @BeforeAll
    static void makePrivateKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String key = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Files.writeString(
                Path.of("target/private.key"),
                "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
    }
#end
#if( $provider == "embedded" )

    @Test
    void createsAMeeting() throws JOSEException {
        Object link = client()
                .post()
                .uri("/session")
                .body(Map.of("title", "Visit"))
                .retrieve()
                .body(OBJECT)
                .get("code");

        assertThat(client().get().uri("/session/" + link).retrieve().body(OBJECT)).containsEntry("title", "Visit");
    }
#end

    @Test
    void meetingsAreCarriedByTheProvider() throws JOSEException {
        List<Map<String, Object>> providers = client().get().uri("/providers").retrieve().body(LIST);

        assertThat(providers).singleElement().satisfies(it -> assertThat(it).containsEntry("name", "${provider}"));
    }

    /** For a person who may create meetings and list providers. */
    private RestClient client() throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .claim("id", "alice")
                .claim("userTenantId", "alice")
                .claim("permissions", List.of("CreateMeetingSession", "GetMeetings"))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(secret));
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.serialize())
                .build();
    }
}
