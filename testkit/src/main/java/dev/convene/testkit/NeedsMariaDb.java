package dev.convene.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Leaves a test class out where there is no {@link MariaDbServer}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "dev.convene.testkit.MariaDbServer#isInstalled",
        disabledReason = "There is no MariaDB: install it, or set CONVENE_MARIADB to the path of mariadbd")
public @interface NeedsMariaDb {}
