package dev.convene.server.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.convene.starter.settings.WrongSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PredecessorVariablesTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    PredecessorVariablesTest() {
        List.of("systemEnvironment", "systemProperties").forEach(environment.getPropertySources()::remove);
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 8080, server.port, 8080",
        "HOST, 0.0.0.0, server.address, 0.0.0.0",
        "BASE_PATH, video/, server.servlet.context-path, /video",
        "BASE_PATH, /, server.servlet.context-path, ''",
        "CONVENE_HOME, /srv/convene, convene.home, /srv/convene",
        "JWT_SECRET, s, convene.jwt.secret, s",
        "JWT_ISSUER, us, convene.jwt.issuer, us",
        "VONAGE_API_KEY, 45828062, convene.vonage.api-key, 45828062",
        "VONAGE_API_KEY, 45828062, convene.default-provider, vonage",
        "VONAGE_API_SECRET, s, convene.vonage.api-secret, s",
        "TIME_TO_START, 15, convene.join.opens-before, 15m",
        "TIME_TO_START, 0, convene.join.opens-before, 0m",
        "LOG_LEVEL, info, logging.level.root, info",
        "LOG_LEVEL, WARN, logging.level.root, warn",
        "LOG_LEVEL, error, logging.level.org.springframework, error",
        "LOG_LEVEL, verbose, logging.level.dev.convene, debug",
        "LOG_LEVEL, debug, logging.level.dev.convene, trace",
        "LOG_FORMAT, json, logging.structured.format.console, ecs",
        "ADD_AUDIT_LOG_MIXIN, true, convene.audit.enabled, true",
        "ADD_AUDIT_LOG_MIXIN, false, convene.audit.enabled, false",
        "AUDIT_DB_HOST, log, convene.audit.datasource.url, jdbc:postgresql://log:5432/postgres",
        "AUDIT_DB_USER, me, convene.audit.datasource.username, me",
        "AUDIT_DB_PASSWORD, pw, convene.audit.datasource.password, pw",
        "DB_USER, me, spring.datasource.username, me",
        "DB_PASSWORD, pw, spring.datasource.password, pw",
        "DB_MAX_CONNECTIONS, 7, spring.datasource.hikari.maximum-pool-size, 7",
        "DB_IDLE_TIMEOUT_MILLIS, 60000, spring.datasource.hikari.idle-timeout, 60000",
        "DB_CONNECTION_TIMEOUT_MILLIS, 2000, spring.datasource.hikari.connection-timeout, 2000",
        "VIDEOCONF_MIGRATION, true, convene.migration.mode, at-start",
        "VIDEOCONF_MIGRATION, false, convene.migration.mode, off",
        "SOURCELOOP_MIGRATION, 1, convene.migration.mode, at-start",
        "SOURCELOOP_MIGRATION, 0, convene.migration.mode, off",
        "VIDEOCONF_MIGRATION_COPY, true, convene.migration.copy-to, migrations",
        "SOURCELOOP_MIGRATION_COPY, yes, convene.migration.copy-to, migrations"
    })
    void aVariableBecomesItsSetting(String variable, String value, String setting, String expected) {
        assertThat(settings(Map.of(variable, value))).containsEntry(setting, expected);
    }

    @Test
    void aDatabaseHostMeansPostgresql() {
        assertThat(settings(Map.of("DB_HOST", "db")))
                .containsEntry("spring.datasource.url", "jdbc:postgresql://db:5432/postgres");
        assertThat(settings(Map.of(
                        "DB_HOST", "::1", "DB_PORT", "6000", "DB_DATABASE", "video", "DB_SCHEMA", "videochatms")))
                .containsEntry("spring.datasource.url", "jdbc:postgresql://[::1]:6000/video?currentSchema=videochatms");
        assertThat(settings(Map.of("DB_DATABASE", "video"))).isEmpty();
    }

    @Test
    void theMysqlSwitchOrItsPortMeansMariadb() {
        assertThat(settings(Map.of("DB_HOST", "db", "DB_DATABASE", "video", "MYSQL_MIGRATION", "true")))
                .containsEntry("spring.datasource.url", "jdbc:mariadb://db:3306/video");
        assertThat(settings(
                        Map.of("DB_HOST", "db", "DB_DATABASE", "video", "DB_PORT", "3306", "DB_SCHEMA", "no matter")))
                .containsEntry("spring.datasource.url", "jdbc:mariadb://db:3306/video");
        assertThat(settings(Map.of("DB_HOST", "db", "DB_DATABASE", "video", "MYSQL_MIGRATION", "false")))
                .containsEntry("spring.datasource.url", "jdbc:postgresql://db:5432/video");
    }

    @Test
    void onMysqlTheDatabaseMustBeNamed() {
        settings(Map.of("DB_HOST", "db", "MYSQL_MIGRATION", "true"));

        assertThat(new PredecessorVariables().check(environment))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.key()).isEqualTo("DB_HOST");
                    assertThat(it.reason()).contains("DB_DATABASE");
                });
    }

    @Test
    void theServicesOwnVariableGoesBeforeTheOneForAllServices() {
        assertThat(settings(Map.of("VIDEOCONF_MIGRATION", "false", "SOURCELOOP_MIGRATION", "true")))
                .containsEntry("convene.migration.mode", "off");
        assertThat(settings(Map.of("VIDEOCONF_MIGRATION_COPY", "false", "SOURCELOOP_MIGRATION_COPY", "true")))
                .isEmpty();
    }

    @Test
    void poolingThatIsOnIsThePredecessorsPool() {
        assertThat(settings(Map.of("ENABLE_DB_CONNECTION_POOLING", "1", "DB_MAX_CONNECTIONS", "7")))
                .containsOnly(
                        entry("spring.datasource.hikari.maximum-pool-size", "7"),
                        entry("spring.datasource.hikari.idle-timeout", "60000"),
                        entry("spring.datasource.hikari.connection-timeout", "2000"));
    }

    @Test
    void poolingThatIsOffLeavesThePoolAsItIs() {
        assertThat(settings(Map.of("ENABLE_DB_CONNECTION_POOLING", "0", "DB_MAX_CONNECTIONS", "7")))
                .isEmpty();
    }

    /** Those of its README, of its example files, and of the scaffold's templates. */
    @Test
    void everyVariableOfThePredecessorIsInTheTable() {
        assertThat(PredecessorVariables.groups().stream()
                        .flatMap(it -> it.variables().stream())
                        .map(Variable::name))
                .contains("NODE_ENV", "LOG_LEVEL", "HOST", "PORT", "BASE_PATH", "JWT_SECRET", "JWT_ISSUER")
                .contains("DB_HOST", "DB_PORT", "DB_USER", "DB_PASSWORD", "DB_DATABASE", "DB_SCHEMA", "AUTH_DB")
                .contains("ENABLE_DB_CONNECTION_POOLING", "DB_MAX_CONNECTIONS")
                .contains("DB_IDLE_TIMEOUT_MILLIS", "DB_CONNECTION_TIMEOUT_MILLIS")
                .contains("VIDEOCONF_MIGRATION", "SOURCELOOP_MIGRATION", "MYSQL_MIGRATION")
                .contains("VIDEOCONF_MIGRATION_COPY", "SOURCELOOP_MIGRATION_COPY")
                .contains("ADD_AUDIT_LOG_MIXIN", "AUDIT_DB_HOST", "AUDIT_DB_PORT", "AUDIT_DB_USER")
                .contains("AUDIT_DB_PASSWORD", "AUDIT_DB_DATABASE", "AUDIT_DB_SCHEMA")
                .contains("VONAGE_API_KEY", "VONAGE_API_SECRET", "TIME_TO_START")
                .contains("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "TWILIO_API_SECRET")
                .contains("REDIS_NAME", "REDIS_HOST", "REDIS_URL", "REDIS_TLS_ENABLED", "REDIS_HAS_SENTINELS")
                .contains("ENABLE_OBF", "OBF_PATH", "SWAGGER_USER", "SWAGGER_PASSWORD", "LOCALE");
    }

    @Test
    void whatHasNoMeaningHereDoesNotStopTheStart() {
        assertThat(settings(Map.of("NODE_ENV", "prod", "REDIS_HOST", "redis"))).isEmpty();
        assertThat(new PredecessorVariables().check(environment)).isEmpty();
    }

    @Test
    void theKeyDatabaseIsOnTheServerOfTheOtherUnlessItSaysOtherwise() {
        assertThat(settings(Map.of(
                        "AUTH_DB", "auth", "DB_HOST", "db", "DB_SCHEMA", "main", "DB_USER", "me", "DB_PASSWORD", "pw")))
                .containsEntry("convene.jwt.key-database.url", "jdbc:postgresql://db:5432/auth?currentSchema=main")
                .containsEntry("convene.jwt.key-database.username", "me")
                .containsEntry("convene.jwt.key-database.password", "pw")
                .containsEntry("spring.datasource.url", "jdbc:postgresql://db:5432/postgres?currentSchema=main");
        assertThat(settings(Map.of(
                        "AUTH_DB_HOST", "keys",
                        "AUTH_DB_PORT", "6000",
                        "AUTH_DB_DATABASE", "auth",
                        "AUTH_DB_SCHEMA", "keys",
                        "AUTH_DB_USER", "reader",
                        "AUTH_DB_PASSWORD", "secret")))
                .containsEntry("convene.jwt.key-database.url", "jdbc:postgresql://keys:6000/auth?currentSchema=keys")
                .containsEntry("convene.jwt.key-database.username", "reader")
                .containsEntry("convene.jwt.key-database.password", "secret")
                .doesNotContainKey("spring.datasource.url");
    }

    @Test
    void aKeyDatabaseTakesTheSecretsPlace() {
        assertThat(settings(Map.of("JWT_SECRET", "s", "AUTH_DB", "auth", "AUTH_DB_HOST", "keys")))
                .doesNotContainKey("convene.jwt.secret")
                .containsKey("convene.jwt.key-database.url");
    }

    @Test
    void aKeyDatabaseNeedsAHost() {
        assertThat(settings(Map.of("AUTH_DB", "auth"))).isEmpty();
        assertThat(new PredecessorVariables().check(environment))
                .extracting(WrongSetting::key)
                .containsExactly("AUTH_DB");
    }

    @Test
    void emptyVariablesMeanNothing() {
        assertThat(settings(Map.of("JWT_SECRET", " ", "PORT", "", "DB_HOST", "", "LOG_FORMAT", "text")))
                .isEmpty();
    }

    @Test
    void everyWrongVariableIsNamedAndLeftOut() {
        Map<String, Object> variables = Map.of(
                "PORT", "http",
                "HOST", "not an address",
                "TIME_TO_START", "-1",
                "LOG_LEVEL", "loud",
                "LOG_FORMAT", "xml",
                "DB_PORT", "0",
                "MYSQL_MIGRATION", "1",
                "ENABLE_DB_CONNECTION_POOLING", "yes",
                "DB_MAX_CONNECTIONS", "0",
                "DB_CONNECTION_TIMEOUT_MILLIS", "249");

        assertThat(settings(variables)).isEmpty();
        assertThat(new PredecessorVariables().check(environment))
                .extracting(WrongSetting::key)
                .containsExactlyInAnyOrderElementsOf(variables.keySet());
    }

    @Test
    void aSettingSaysWhichVariableItIsFrom() {
        environment.getPropertySources().addFirst(new MapPropertySource("variables", Map.of("PORT", "8080")));

        assertThat(PredecessorVariables.in(environment).getSource())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .extractingByKey("server.port")
                .isInstanceOfSatisfying(
                        OriginTrackedValue.class,
                        it -> assertThat(it.getOrigin()).hasToString("variable PORT"));
    }

    private Map<String, Object> settings(Map<String, Object> variables) {
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        var source = (EnumerablePropertySource<?>) PredecessorVariables.in(environment);
        var settings = new HashMap<String, Object>();
        for (String name : source.getPropertyNames()) {
            settings.put(name, source.getProperty(name));
        }
        return settings;
    }
}
