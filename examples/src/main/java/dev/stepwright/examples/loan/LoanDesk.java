package dev.stepwright.examples.loan;

import dev.stepwright.runtime.task.TaskContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The work that the loan workflow asks for. {@link LoanTasks} is generated from {@code loan.asl.json} and its schemas: a new Task
 * state in the definition is a new method here, and until it is written this class does not compile.
 */
// region desk
public final class LoanDesk implements LoanTasks {
    private static final BigDecimal MONTHS = new BigDecimal(36);

    @Override
    public CheckCreditOutput checkCredit(CheckCreditInput input, TaskContext context)
            throws BureauBusy, ApplicantUnknown {
        if (context.attempt() == 1) {
            throw new BureauBusy("the bureau takes no calls before the second ring");
        }
        if (input.applicant().born().isAfter(LocalDate.of(2008, 1, 1))) {
            throw new ApplicantUnknown(input.applicant().name() + " has no record");
        }
        return new CheckCreditOutput(input.amount().intValue() > 10_000 ? 640 : 780);
    }

    @Override
    public AskClerkOutput askClerk(AskClerkInput input, TaskContext context) {
        return new AskClerkOutput(input.score() >= 600, Optional.of("looks honest"));
    }

    @Override
    public MakeOfferOutput makeOffer(MakeOfferInput input, TaskContext context) {
        return new MakeOfferOutput(input.amount().divide(MONTHS, 2, RoundingMode.HALF_UP));
    }
}
// endregion
