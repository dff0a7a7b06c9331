package dev.convene.provider.vonage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.RoomId;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.IntSupplier;

/** Tokens in OpenTok's older form, {@code T1==…}, for client libraries that know no other. */
final class T1Tokens implements JoinTokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Account.Project project;
    private final IntSupplier nonce;

    T1Tokens(Account.Project project) {
        this(project, () -> RANDOM.nextInt(Integer.MAX_VALUE));
    }

    T1Tokens(Account.Project project, IntSupplier nonce) {
        this.project = project;
        this.nonce = nonce;
    }

    @Override
    public JoinToken sign(RoomId room, Grant grant) {
        long expiry = grant.expiresAt().getEpochSecond();
        String data = "create_time=" + grant.issuedAt().getEpochSecond()
                + "&expire_time=" + expiry
                + "&session_id=" + room
                + "&nonce=" + nonce.getAsInt()
                + "&role=" + grant.role().value()
                + "&scope=" + SCOPE
                + "&connection_data=" + URLEncoder.encode(ConnectionData.of(grant.participant()), UTF_8);
        return new JoinToken(sign(data), Instant.ofEpochSecond(expiry));
    }

    /** Base64 of the standard alphabet but for two letters, with padding. */
    String sign(String data) {
        String signature = HexFormat.of().formatHex(project.secret().sha1(data.getBytes(UTF_8)));
        String text = "partner_id=" + project.project() + "&sig=" + signature + ":" + data;
        return "T1==" + Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
