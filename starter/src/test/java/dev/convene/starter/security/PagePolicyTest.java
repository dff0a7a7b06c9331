package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.BrowserClient;
import dev.convene.core.provider.BrowserClient.Directive;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePolicyTest {

    @Test
    void aClientAddsItsSourcesToItsDirectives() {
        var client = new BrowserClient(
                Map.of(),
                Map.of(
                        Directive.SCRIPT,
                        Set.of("https://static.example.com"),
                        Directive.CONNECT,
                        Set.of("wss://*.example.com", "https://api.example.com:8443"),
                        Directive.WORKER,
                        Set.of("blob:")));

        assertThat(PagePolicy.with(List.of(BrowserClient.OWN, client)))
                .contains("script-src 'self' https://static.example.com;")
                .contains("connect-src 'self' https://api.example.com:8443 wss://*.example.com;")
                .endsWith("frame-ancestors 'none'; worker-src 'self' blob:")
                .startsWith("default-src 'none';")
                .contains("style-src 'self';");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "https://a.example; script-src *",
                "https://a.example *",
                "'unsafe-eval'",
                "'unsafe-inline'"
            })
    void whatIsNoSourceOfScriptsIsRefused(String source) {
        assertThatThrownBy(() -> new BrowserClient(Map.of(), Map.of(Directive.SCRIPT, Set.of(source))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
