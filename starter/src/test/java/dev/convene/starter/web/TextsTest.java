package dev.convene.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u200b\u200b", "\u00ad \ufeff", "\u00a0"})
    void whatNobodyCanSeeIsNothing(String text) {
        assertThat(Texts.limited("/name", text, 100)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202eecarG", "Gr\u2066ace", "a\nb", "\u0007"})
    void whatControlsTheDisplayIsRefused(String text) {
        assertThatThrownBy(() -> Texts.limited("/name", text, 100)).hasMessageContaining("control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"مرحبا", "\ud83d\udc69\u200d\ud83d\udd2c Grace", "می\u200cخواهم", "<b>Grace</b>"})
    void anyOtherNameStaysAsItIs(String text) {
        assertThat(Texts.limited("/name", "  " + text + " ", 100)).isEqualTo(text);
    }
}
