package dev.convene.starter.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

class ConveneSettingsCheckTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    ConveneSettingsCheckTest() {
        variables(Map.of());
    }

    @Test
    void withoutSettingsNothingIsWrong() {
        assertThat(check()).isEmpty();
    }

    @Test
    void everyWrongSettingOfEveryKindIsNamedAtOnce() {
        given(Map.of(
                "convene.join.opens-befor", "5m",
                "convene.join.token-life", "soon",
                "convene.join.max-token-life", "1s",
                "convene.jwt.require-expiry", "perhaps",
                "convene.webhooks.max-bytes", "much",
                "convene.public-url", "ftp://example.org",
                "convene.default-provider", "No Name",
                "convene.cors.allowed-origins", "",
                "convene.rate-limit.tokens", "many"));

        assertThat(check())
                .extracting(WrongSetting::key)
                .containsExactlyInAnyOrder(
                        "convene.join.opens-befor",
                        "convene.join.token-life",
                        "convene.join.max-token-life",
                        "convene.jwt.require-expiry",
                        "convene.webhooks.max-bytes",
                        "convene.public-url",
                        "convene.default-provider",
                        "convene.cors.allowed-origins",
                        "convene.rate-limit.tokens");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    convene.join.token-life     | soon        | is not a time such as 30s, 10m or 24h
                    convene.join.token-life     | 1s          | must be 10s or more
                    convene.jwt.require-expiry  | perhaps     | is not true or false
                    convene.webhooks.max-bytes  | much        | is not a size such as 256KB or 1MB
                    convene.webhooks.max-bytes  | 10B         | must be 1KB or more
                    convene.public-url          | example.org | must be an address such as https://meet.example.org
                    convene.default-provider    | No Name     | does not fit: A provider's name is lower-case letters and digits: No Name
                    convene.rate-limit.tokens   | many        | does not fit: A rate limit is written as 120/1m: requests, a slash, a time
                    """)
    void theReasonSaysHowToMendIt(String key, String value, String reason) {
        given(Map.of(key, value));

        assertThat(check()).singleElement().satisfies(it -> {
            assertThat(it.key()).isEqualTo(key);
            assertThat(it.value()).isEqualTo(value);
            assertThat(it.reason()).isEqualTo(reason);
            assertThat(it.origin()).contains("test");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "convene.join.opens-befor, convene.join.opens-before",
        "convene.join.token-lief, convene.join.token-life",
        "convene.jion.tokenlife, convene.join.token-life",
        "convene.token-life, convene.join.token-life"
    })
    void theSettingThatWasMeantIsNamed(String written, String meant) {
        given(Map.of(written, "5m"));

        assertThat(check())
                .extracting(WrongSetting::reason)
                .containsExactly("there is no such setting; did you mean " + meant + "?");
    }

    @Test
    void whatResemblesNothingIsJustUnknown() {
        given(Map.of("convene.flux-capacitor.gigawatts", "1.21"));

        assertThat(check()).extracting(WrongSetting::reason).containsExactly("there is no such setting");
    }

    @Test
    void secretsAreNotShown() {
        given(Map.of("convene.console.session-secret", "hunter2", "convene.jwt.secrte", "hunter2"));

        assertThat(check())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).asString().doesNotContain("hunter2"));
    }

    @Test
    void aWrongSettingIsFoundWhereItStands() throws IOException {
        var yaml = new ByteArrayResource(
                "convene:\n  join:\n    token-life: soon\n".getBytes(StandardCharsets.UTF_8), "application.yml");
        new YamlPropertySourceLoader().load("yaml", yaml).forEach(environment.getPropertySources()::addLast);

        assertThat(check())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.origin()).contains("application.yml").contains("3:17"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONVENE_JOIN_TOKENLIFE",
                "CONVENE_JOIN_TOKEN_LIFE",
                "CONVENE_CHROMIUM",
                "CONVENE_SERVICE_HOST",
                "CONVENE_PORT_3000_TCP_ADDR",
                "CONVENE_WEB_SERVICE_PORT_HTTP"
            })
    void variablesOfTheEnvironmentThatAreSettingsOrSomebodyElsesAreFine(String variable) {
        variables(Map.of(variable, "10m"));

        assertThat(check()).isEmpty();
    }

    @Test
    void listsMayBeWrittenByElement() {
        variables(Map.of("CONVENE_CORS_ALLOWED_ORIGINS_0", "https://a.example", "CONVENE_CORS_ALLOWEDORIGINS_1", "*"));
        given(Map.of("convene.cors.allowedOrigins[0]", "*", "convene.cors.allowed-origins[1]", "*"));

        assertThat(check()).isEmpty();
    }

    @Test
    void aMisspeltVariableIsWrong() {
        variables(Map.of("CONVENE_JOIN_TOKEN_LIVE", "10m", "CONVENE_JOIN_MAXTOKENLIFE", "soon"));

        assertThat(check())
                .extracting(WrongSetting::key, WrongSetting::reason)
                .containsExactlyInAnyOrder(
                        tuple(
                                "CONVENE_JOIN_TOKEN_LIVE",
                                "there is no such setting; did you mean convene.join.token-life?"),
                        tuple("convene.join.max-token-life", "is not a time such as 30s, 10m or 24h"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    convene.jwt.secret   | s            | convene.jwt.jwk-set-uri           | https://sso.example/keys | only one of
                    convene.jwt.issuer-uri | https://sso.example | convene.jwt.key-database.url | jdbc:h2:mem:auth | only one of
                    convene.jwt.issuer-uri | https://sso.example | convene.jwt.issuer         | https://other.example | are different
                    """)
    void waysToVerifyTokensThatExcludeEachOtherAreNamed(
            String one, String value, String other, String otherValue, String reason) {
        given(Map.of(one, value, other, otherValue));

        assertThat(check()).singleElement().satisfies(it -> {
            assertThat(it.key()).isEqualTo("convene.jwt");
            assertThat(it.reason()).contains(one, other).contains(reason);
        });
    }

    @Test
    void whoReadsTheKeyDatabaseIsOfNoUseWithoutIt() {
        given(Map.of("convene.jwt.key-database.username", "auth", "convene.jwt.key-database.password", "hunter2"));

        assertThat(check()).singleElement().satisfies(it -> {
            assertThat(it.reason()).contains("need convene.jwt.key-database.url");
            assertThat(it).asString().doesNotContain("hunter2");
        });
    }

    @Test
    void addressesOfKeysAreOfWebServers() {
        given(Map.of("convene.jwt.jwk-set-uri", "file:///etc/keys"));

        assertThat(check()).extracting(WrongSetting::key).containsExactly("convene.jwt.jwk-set-uri");
    }

    @Test
    void aReferenceToNothingIsNoValue() {
        given(Map.of("convene.jwt.secret", "${NOBODY_SET_THIS}", "convene.jwt.issuer", "${NOR_THIS:default}"));

        assertThat(check())
                .extracting(WrongSetting::key, WrongSetting::reason)
                .containsExactly(tuple("convene.jwt.secret", "refers to ${NOBODY_SET_THIS}, which has no value"));
    }

    @Test
    void whatIsOverriddenMayReferToNothing() {
        Map<String, Object> file =
                Map.of("convene.jwt.secret", "${NOBODY_SET_THIS}", "convene.jwt.issuer", "${NOR_THIS}");
        environment.getPropertySources().addLast(new MapPropertySource("file", file));
        given(Map.of("convene.jwt.secret", "one-for-tests-of-32-bytes-or-more"));
        assertThat(check()).extracting(WrongSetting::key).containsExactly("convene.jwt.issuer");

        variables(Map.of("CONVENE_JWT_ISSUER", "tests"));
        assertThat(check()).isEmpty();
    }

    private void given(Map<String, Object> settings) {
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    }

    private void variables(Map<String, Object> variables) {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
    }

    private List<WrongSetting> check() {
        ConfigurationPropertySources.attach(environment);
        return new ConveneSettingsCheck().check(environment);
    }
}
