package dev.convene.starter.settings;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The setting is an address of a web server: http or https, a host, no fragment. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = WebAddress.Check.class)
public @interface WebAddress {

    /** Whether it may have a query. */
    boolean query() default false;

    String message() default "must be an address such as https://meet.example.org";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the parts of the address. */
    final class Check implements ConstraintValidator<WebAddress, URI> {

        private boolean query;

        @Override
        public void initialize(WebAddress constraint) {
            query = constraint.query();
        }

        @Override
        public boolean isValid(@Nullable URI value, ConstraintValidatorContext context) {
            return value == null
                    || (("http".equals(value.getScheme()) || "https".equals(value.getScheme()))
                            && value.getHost() != null
                            && value.getRawUserInfo() == null
                            && (query || value.getRawQuery() == null)
                            && value.getRawFragment() == null);
        }
    }
}
