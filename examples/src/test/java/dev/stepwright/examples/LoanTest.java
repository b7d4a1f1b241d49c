package dev.stepwright.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.examples.loan.Applicant;
import dev.stepwright.examples.loan.LoanDesk;
import dev.stepwright.examples.loan.LoanInput;
import dev.stepwright.examples.loan.LoanOutput;
import dev.stepwright.examples.loan.LoanWorkflow;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.InvalidInputException;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.schema.JsonSchemas;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanTest {
    @ParameterizedTest(name = "{1} for somebody born {0}: {2}")
    @CsvSource({
        "1990-05-17, 3600, ACCEPTED, 100.00",
        "1990-05-17, 36000, ACCEPTED, 1000.00",
        "2010-05-17, 3600, DECLINED,",
    })
    void the_desk_decides(LocalDate born, BigDecimal amount, LoanOutput.Decision decision, BigDecimal monthlyRate) {
        var config = EngineConfig.builder().time(VirtualTime.automatic(Instant.parse("2026-01-31T10:00:00Z")));
        try (Engine engine = Engine.create(config.build())) {
            LoanWorkflow loans = new LoanWorkflow(engine, new LoanDesk());

            LoanOutput output = loans.start(LoanInput.builder()
                            .applicant(new Applicant("Kim", born))
                            .amount(amount)
                            .build())
                    .await()
                    .output();

            assertThat(output).isEqualTo(new LoanOutput(decision, Optional.ofNullable(monthlyRate)));
        }
    }

    @Test
    void an_application_that_does_not_fit_its_schema_starts_nothing() {
        try (Engine engine = Engine.inMemory()) {
            LoanWorkflow loans = new LoanWorkflow(engine, new LoanDesk()).validating(new JsonSchemas());
            LoanInput input = LoanInput.builder()
                    .applicant(new Applicant("Kim", LocalDate.of(1990, 5, 17)))
                    .amount(new BigDecimal("3600"))
                    .email("kim")
                    .build();

            assertThatThrownBy(() -> loans.start(input))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("\"/email\" is \"kim\"");
        }
    }
}
