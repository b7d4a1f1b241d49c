package dev.stepwright.server.access;

import dev.stepwright.permission.Denial;
import dev.stepwright.server.api.Demand;
import java.util.List;
import java.util.Optional;

/**
 * All statements of a user's policies. What none allows is denied, and what one denies is denied whatever others allow.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: Policy evaluation logic</a>
 */
record Policies(List<PolicyStatement> statements) {
    Policies {
        statements = List.copyOf(statements);
    }

    /** Returns why something is not allowed, in the words of AWS; empty if it is. */
    Optional<String> refusal(Demand demand) {
        if (isMentioned(demand, true)) {
            return Optional.of(Denial.EXPLICIT);
        }
        return isMentioned(demand, false) ? Optional.empty() : Optional.of(Denial.noneAllows(demand.action()));
    }

    private boolean isMentioned(Demand demand, boolean isDeny) {
        return statements.stream().anyMatch(statement -> statement.isDeny() == isDeny && statement.isAbout(demand));
    }
}
