package dev.stepwright.permission;

import dev.stepwright.json.JsonText;
import dev.stepwright.permission.Grant.Verdict;
import dev.stepwright.permission.PolicyStatement.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether policies allow what a role needs. All of a role's policies count together; boundaries, policies of resources and of the organization are not seen.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: Policy evaluation logic</a>
 */
public final class PolicyCheck {
    private final List<PolicyStatement> statements;

    private PolicyCheck(List<PolicyStatement> statements) {
        this.statements = statements;
    }

    /**
     * Reads the policies of a role.
     *
     * @throws IllegalArgumentException if one of them is no policy
     */
    public static PolicyCheck of(List<JsonNode> policies) {
        List<PolicyStatement> statements = new ArrayList<>();
        for (JsonNode policy : policies) {
            JsonNode statement = policy.path("Statement");
            if (!statement.isContainer()) {
                throw new IllegalArgumentException(
                        "a policy must be an object with \"Statement\", which holds an object or a list of objects; found "
                                + JsonText.excerpt(policy));
            }
            if (statement.isObject()) {
                statements.add(PolicyStatement.of(statement));
            } else {
                statement.forEach(each -> statements.add(PolicyStatement.of(each)));
            }
        }
        return new PolicyCheck(List.copyOf(statements));
    }

    /** Returns what the policies make of each need of the machine's role; those of other roles are left out. */
    public List<Grant> grants(Permissions permissions) {
        return permissions.needs().stream()
                .filter(need -> need.role().isEmpty())
                .map(this::grant)
                .toList();
    }

    /** Returns whether a statement denies all of a need, whatever others allow. */
    public boolean denies(Need need) {
        return find(need, true, Part.ALL).isPresent();
    }

    /** Returns what the policies make of one need, whose it is does not matter. */
    public Grant grant(Need need) {
        if (denies(need)) {
            return new Grant(need, Verdict.MISSING, "a statement denies it");
        }
        Optional<PolicyStatement> denied = find(need, true, Part.SOME);
        boolean isAllowed = find(need, false, Part.ALL).isPresent();
        if (isAllowed) {
            return denied.map(statement -> new Grant(
                            need, Verdict.UNTOLD, "it is allowed but may be denied: " + statement.doubt(need)))
                    .orElseGet(() -> new Grant(need, Verdict.ALLOWED, ""));
        }
        return find(need, false, Part.SOME)
                .map(statement -> new Grant(need, Verdict.UNTOLD, statement.doubt(need)))
                .orElseGet(() -> new Grant(need, Verdict.MISSING, "no statement allows it"));
    }

    private Optional<PolicyStatement> find(Need need, boolean isDeny, Part part) {
        return statements.stream()
                .filter(statement -> statement.isDeny() == isDeny && statement.part(need) == part)
                .findFirst();
    }
}
