package dev.stepwright.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.examples.loan.Applicant;
import dev.stepwright.examples.loan.FakeLoanTasks;
import dev.stepwright.examples.loan.LoanDesk;
import dev.stepwright.examples.loan.LoanInput;
import dev.stepwright.examples.loan.LoanOutput;
import dev.stepwright.examples.loan.LoanOutput.Decision;
import dev.stepwright.examples.loan.LoanTasks.AskClerkInput;
import dev.stepwright.examples.loan.LoanTasks.AskClerkOutput;
import dev.stepwright.examples.loan.LoanTasks.BureauBusy;
import dev.stepwright.examples.loan.LoanTasks.CheckCreditInput;
import dev.stepwright.examples.loan.LoanTasks.CheckCreditOutput;
import dev.stepwright.examples.loan.LoanTasks.MakeOfferOutput;
import dev.stepwright.examples.loan.LoanWorkflow;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import dev.stepwright.testkit.TestTaskContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoanDeskTest {
    // region generated
    private final TestMachine<LoanInput, LoanOutput> loans =
            TestMachine.of(LoanWorkflow.MACHINE, new LoanDesk().handlers());

    @Test
    void a_clerk_who_does_not_agree_declines() {
        var run = loans.stubbing(Stubs.parse("""
                {"Ask clerk": {"Return": {"approved": false}}}
                """)).run(application("12000"));

        assertThat(run.path()).contains("Ask clerk").doesNotContain("Make offer");
        assertThat(run.output()).isEqualTo(new LoanOutput(Decision.DECLINED, Optional.empty()));
    }
    // endregion

    // region fake
    @Test
    void a_clerk_is_asked_about_a_middling_score() {
        FakeLoanTasks tasks = new FakeLoanTasks()
                .onCheckCredit(new CheckCreditOutput(600))
                .onAskClerk(new AskClerkOutput(true, Optional.empty()))
                .onMakeOffer(
                        (input, context) -> new MakeOfferOutput(input.amount().movePointLeft(2)));

        LoanOutput loan = TestMachine.of(LoanWorkflow.MACHINE, tasks.handlers())
                .run(application("9000"))
                .output();

        assertThat(loan).isEqualTo(new LoanOutput(Decision.ACCEPTED, Optional.of(new BigDecimal("90.00"))));
        assertThat(tasks.askClerkInputs()).extracting(AskClerkInput::score).containsExactly(600);
    }
    // endregion

    // region called
    @Test
    void the_bureau_is_asked_again_when_it_was_busy() throws Exception {
        var check = new CheckCreditInput(new Applicant("Kim", LocalDate.of(1990, 5, 17)), new BigDecimal("9000"));
        var context = TestTaskContext.of(LoanWorkflow.State.CHECK_CREDIT.stateName());

        assertThatThrownBy(() -> new LoanDesk().checkCredit(check, context)).isInstanceOf(BureauBusy.class);
        assertThat(new LoanDesk().checkCredit(check, context.withAttempt(2)).score())
                .isEqualTo(780);
    }
    // endregion

    private static LoanInput application(String amount) {
        return LoanInput.builder()
                .applicant(new Applicant("Kim", LocalDate.of(1990, 5, 17)))
                .amount(new BigDecimal(amount))
                .build();
    }
}
