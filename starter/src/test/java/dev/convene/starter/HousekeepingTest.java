package dev.convene.starter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

@ExtendWith(OutputCaptureExtension.class)
class HousekeepingTest {

    @Test
    void whileTheDatabaseIsAwayATurnSaysSoInALine(CapturedOutput log) {
        Housekeeping.tell(new DataAccessResourceFailureException("nobody answers"));

        assertThat(log).contains("nobody answers").doesNotContain("\tat ");
    }

    @Test
    void aDefectIsToldInFull(CapturedOutput log) {
        Housekeeping.tell(new IllegalStateException("a defect"));

        assertThat(log).contains("a defect", "\tat ");
    }
}
