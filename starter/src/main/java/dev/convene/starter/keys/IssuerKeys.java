package dev.convene.starter.keys;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;

/**
 * The keys of an OpenID provider or OAuth authorization server, which says itself where they are. It is asked when a token
 * comes and not before, so that it may be started later.
 */
public final class IssuerKeys implements KeySource {

    private final URI issuer;

    public IssuerKeys(URI issuer) {
        this.issuer = issuer;
    }

    @Override
    public JWKSet read() throws KeysUnavailable {
        Map<String, Object> metadata = metadata();
        try {
            String named = JSONObjectUtils.getString(metadata, "issuer");
            // https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation
            if (!issuer.toString().equals(named)) {
                throw new KeysUnavailable(issuer + " calls itself " + named + "; set that as the issuer");
            }
            String keys = JSONObjectUtils.getString(metadata, "jwks_uri");
            if (keys == null) {
                throw new KeysUnavailable(issuer + " does not say where its keys are");
            }
            return new JwkSetAddress(URI.create(keys)).read();
        } catch (ParseException | IllegalArgumentException e) {
            throw new KeysUnavailable("What " + issuer + " says of itself makes no sense", e);
        }
    }

    /** By OpenID Connect Discovery 1.0, or else by RFC 8414. */
    private Map<String, Object> metadata() throws KeysUnavailable {
        String bare = issuer.toString().replaceAll("/+$", "");
        try {
            return json(URI.create(bare + "/.well-known/openid-configuration"));
        } catch (KeysUnavailable openId) {
            String path = URI.create(bare).getRawPath();
            try {
                return json(issuer.resolve("/.well-known/oauth-authorization-server" + path));
            } catch (KeysUnavailable oauth) {
                openId.addSuppressed(oauth);
                throw openId;
            }
        }
    }

    private static Map<String, Object> json(URI address) throws KeysUnavailable {
        try {
            return JSONObjectUtils.parse(Download.text(address));
        } catch (ParseException e) {
            throw new KeysUnavailable("There is no JSON object at " + address, e);
        }
    }
}
