package dev.stepwright.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.examples.loan.Applicant;
import dev.stepwright.examples.loan.LoanDesk;
import dev.stepwright.examples.loan.LoanInput;
import dev.stepwright.examples.loan.LoanOutput;
import dev.stepwright.examples.loan.LoanOutput.Decision;
import dev.stepwright.examples.loan.LoanWorkflow;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoanDeskTest {
    // region generated
    private final TestMachine<LoanInput, LoanOutput> loans =
            TestMachine.of(LoanWorkflow.DEFINITION, LoanInput.class, LoanOutput.class, new LoanDesk().handlers());

    @Test
    void a_clerk_who_does_not_agree_declines() {
        var run = loans.stubbing(Stubs.parse("""
                {"Ask clerk": {"Return": {"approved": false}}}
                """)).run(application("12000"));

        assertThat(run.path()).contains("Ask clerk").doesNotContain("Make offer");
        assertThat(run.output()).isEqualTo(new LoanOutput(Decision.DECLINED, Optional.empty()));
    }
    // endregion

    private static LoanInput application(String amount) {
        return LoanInput.builder()
                .applicant(new Applicant("Kim", LocalDate.of(1990, 5, 17)))
                .amount(new BigDecimal(amount))
                .build();
    }
}
