package dev.stepwright.permission;

import dev.stepwright.json.JsonText;
import dev.stepwright.permission.Grant.Verdict;
import dev.stepwright.permission.PolicyStatement.Asked;
import dev.stepwright.permission.PolicyStatement.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether policies allow what a role needs. All of a role's policies count together; boundaries, policies of resources and of the organization are not seen.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: Policy evaluation logic</a>
 */
public final class PolicyCheck {
    private static final String DENIED = "a statement denies it";

    /** What a role without policies may do: nothing. */
    public static final PolicyCheck NOTHING = new PolicyCheck(List.of());

    /** What a role may do whose policies nobody knows. */
    public static final PolicyCheck EVERYTHING = new PolicyCheck(List.of(PolicyStatement.ALL));

    private final List<PolicyStatement> allowing;
    private final List<PolicyStatement> denying;

    private PolicyCheck(List<PolicyStatement> statements) {
        this.allowing =
                statements.stream().filter(statement -> !statement.isDeny()).toList();
        this.denying = statements.stream().filter(PolicyStatement::isDeny).toList();
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
        return new PolicyCheck(statements);
    }

    /**
     * Reads the policies of a role from files, see {@link PolicyFile#read}.
     *
     * @throws IOException if one cannot be read
     * @throws IllegalArgumentException if one is no policy; the message tells file, line and column
     */
    public static PolicyCheck read(Path... files) throws IOException {
        List<JsonNode> policies = new ArrayList<>();
        for (Path file : files) {
            policies.add(PolicyFile.read(file).policy());
        }
        return of(policies);
    }

    /** Returns what the policies make of each need of the machine's role; those of other roles are left out. */
    public List<Grant> grants(Permissions permissions) {
        return permissions.needs().stream()
                .filter(need -> need.role().isEmpty())
                .map(this::grant)
                .toList();
    }

    /** Returns what the policies make of one need, whose it is does not matter. */
    public Grant grant(Need need) {
        Asked asked = Asked.of(need);
        if (find(asked, denying, Part.ALL).isPresent()) {
            return new Grant(need, Verdict.MISSING, DENIED);
        }
        Optional<PolicyStatement> denied = find(asked, denying, Part.SOME);
        if (find(asked, allowing, Part.ALL).isPresent()) {
            return denied.map(statement -> new Grant(
                            need, Verdict.UNTOLD, "it is allowed but may be denied: " + statement.doubt(need)))
                    .orElseGet(() -> new Grant(need, Verdict.ALLOWED, ""));
        }
        return find(asked, allowing, Part.SOME)
                .map(statement -> new Grant(need, Verdict.UNTOLD, statement.doubt(need)))
                .orElseGet(() -> new Grant(need, Verdict.MISSING, "no statement allows it"));
    }

    private static Optional<PolicyStatement> find(Asked asked, List<PolicyStatement> statements, Part part) {
        return statements.stream()
                .filter(statement -> statement.part(asked) == part)
                .findFirst();
    }

    /**
     * Returns the first of some needs that is surely not allowed; empty if there is none. What depends on a condition, or on what nobody can
     * tell from the call, counts as allowed. Of resources that may stand for the same thing one that is allowed is enough.
     */
    public Optional<Refusal> refusal(Permissions needed) {
        for (Collection<Need> choice : needed.choices()) {
            Optional<Refusal> refusal = refusal(choice);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> refusal(Collection<Need> choice) {
        @Nullable Refusal first = null;
        boolean isAllowed = false;
        for (Need need : choice) {
            Asked asked = Asked.of(need);
            if (find(asked, denying, Part.ALL).isPresent()) {
                return Optional.of(refusal(need, Denial.EXPLICIT));
            }
            if (allowing.stream().allMatch(statement -> statement.part(asked) == Part.NONE)) {
                first = first == null ? refusal(need, Denial.noneAllows(need.action())) : first;
            } else {
                isAllowed = true;
            }
        }
        return isAllowed ? Optional.empty() : Optional.ofNullable(first);
    }

    private static Refusal refusal(Need need, String why) {
        return new Refusal(need.action(), need.shownResource(), why);
    }

    /** Returns whether an action is among some needs of the machine's role, and surely not allowed. */
    public boolean lacks(String action, Permissions needed) {
        return grants(needed).stream()
                .anyMatch(grant -> grant.verdict() == Verdict.MISSING
                        && grant.need().action().equals(action));
    }

    /** Returns whether another role may be assumed, as far as these policies tell. */
    public boolean mayAssume(String otherRole) {
        return refusal(List.of(new Need("", "sts:AssumeRole", Literal.of(otherRole), null, "", "")))
                .isEmpty();
    }
}
