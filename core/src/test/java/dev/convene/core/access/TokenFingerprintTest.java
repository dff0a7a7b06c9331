package dev.convene.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TokenFingerprintTest {

    @Test
    void aTokenIsTheSameHoweverItsSignatureIsSpelt() {
        assertThat(TokenFingerprint.of("header.payload.c2lnbg"))
                .isEqualTo(TokenFingerprint.of("header.payload.c2lnbh"));
    }

    @Test
    void otherClaimsAreAnotherToken() {
        assertThat(TokenFingerprint.of("header.payload.c2lnbg"))
                .isNotEqualTo(TokenFingerprint.of("header.payloae.c2lnbg"));
    }

    @Test
    void nothingOfTheTokenIsInIt() {
        assertThat(TokenFingerprint.of("header.payload.signature").value())
                .isEqualTo("e3febc57f3bd48b48df14b271f9905ab2574222b615ae766aa9b606f383a4a93")
                .matches("[0-9a-f]{64}");
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenFingerprint("header.payload.signature"));
    }
}
