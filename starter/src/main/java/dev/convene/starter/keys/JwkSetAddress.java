package dev.convene.starter.keys;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;

/** A JSON Web Key Set at an address: https://www.rfc-editor.org/rfc/rfc7517#section-5 */
public final class JwkSetAddress implements KeySource {

    private final URI address;

    public JwkSetAddress(URI address) {
        this.address = address;
    }

    @Override
    public JWKSet read() throws KeysUnavailable {
        try {
            return JWKSet.parse(Download.text(address));
        } catch (ParseException e) {
            throw new KeysUnavailable("There is no JSON Web Key Set at " + address, e);
        }
    }
}
