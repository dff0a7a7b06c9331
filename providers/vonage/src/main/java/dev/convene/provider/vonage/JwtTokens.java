package dev.convene.provider.vonage;

import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.RoomId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Tokens as JWTs: RS256 on the unified platform, HS256 on OpenTok. See <a
 * href="https://developer.vonage.com/en/video/guides/create-token">Creating tokens</a>.
 */
final class JwtTokens implements JoinTokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Account account;

    JwtTokens(Account account) {
        this.account = account;
    }

    @Override
    public JoinToken sign(RoomId room, Grant grant) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", "video");
        claims.put("scope", SCOPE);
        claims.put("session_id", room.value());
        claims.put("role", grant.role().value());
        claims.put("iat", grant.issuedAt().getEpochSecond());
        claims.put("exp", grant.expiresAt().getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("nonce", RANDOM.nextInt(Integer.MAX_VALUE));
        claims.put("initial_layout_class_list", "");
        claims.put("connection_data", ConnectionData.of(grant.participant()));
        if (account instanceof Account.Application) {
            claims.put("acl", Map.of("paths", Map.of("/session/**", Map.of())));
        }
        return new JoinToken(
                account.sign(claims), Instant.ofEpochSecond(grant.expiresAt().getEpochSecond()));
    }
}
