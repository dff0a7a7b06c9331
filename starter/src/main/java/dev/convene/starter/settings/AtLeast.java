package dev.convene.starter.settings;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** The setting is no less than this: a duration ({@code 10s}) or a size ({@code 1KB}), written as in a file. */
@Target(FIELD)
@Retention(RUNTIME)
@Constraint(validatedBy = {AtLeast.ForDuration.class, AtLeast.ForDataSize.class})
public @interface AtLeast {

    String value();

    String message() default "must be {value} or more";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares durations. */
    final class ForDuration implements ConstraintValidator<AtLeast, Duration> {

        private Duration least = Duration.ZERO;

        @Override
        public void initialize(AtLeast constraint) {
            least = DurationStyle.detectAndParse(constraint.value());
        }

        @Override
        public boolean isValid(@Nullable Duration value, ConstraintValidatorContext context) {
            return value == null || value.compareTo(least) >= 0;
        }
    }

    /** Compares sizes. */
    final class ForDataSize implements ConstraintValidator<AtLeast, DataSize> {

        private DataSize least = DataSize.ofBytes(0);

        @Override
        public void initialize(AtLeast constraint) {
            least = DataSize.parse(constraint.value());
        }

        @Override
        public boolean isValid(@Nullable DataSize value, ConstraintValidatorContext context) {
            return value == null || value.compareTo(least) >= 0;
        }
    }
}
