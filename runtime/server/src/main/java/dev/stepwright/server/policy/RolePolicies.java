package dev.stepwright.server.policy;

import dev.stepwright.permission.Grant;
import dev.stepwright.permission.Need;
import dev.stepwright.permission.Permissions;
import dev.stepwright.permission.PolicyCheck;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the policies of a role make of what a task needs. */
public final class RolePolicies {
    /** Those of a role that nobody knows: they allow nothing. */
    static final RolePolicies NONE = new RolePolicies(PolicyCheck.of(List.of()));

    private final PolicyCheck policies;

    RolePolicies(PolicyCheck policies) {
        this.policies = policies;
    }

    /**
     * What is not allowed.
     *
     * @param why in the words of AWS
     */
    public record Refusal(String action, String resource, String why) {}

    /**
     * Returns the first of some needs that is surely not allowed; empty if there is none. What depends on a condition, or on what nobody can
     * tell from the call, counts as allowed. Of resources that may stand for the same thing one that is allowed is enough.
     */
    public Optional<Refusal> refusal(Permissions needed) {
        return needed.choices().stream().flatMap(this::refused).findFirst();
    }

    private Stream<Refusal> refused(Collection<Need> choice) {
        List<Need> missing =
                choice.stream().filter(need -> isMissing(policies.grant(need))).toList();
        return missing.stream()
                .filter(need -> missing.size() == choice.size() || policies.denies(need))
                .map(this::refusal);
    }

    /** Returns whether an action is among some needs, and surely not allowed. */
    public boolean lacks(String action, Permissions needed) {
        return policies.grants(needed).stream()
                .anyMatch(grant -> isMissing(grant) && grant.need().action().equals(action));
    }

    private static boolean isMissing(Grant grant) {
        return grant.verdict() == Grant.Verdict.MISSING;
    }

    /** Returns whether another role may be assumed, as far as these policies tell. */
    public boolean mayAssume(String otherRole) {
        Need need = new Need("", "sts:AssumeRole", otherRole, null, "", "");
        return !isMissing(policies.grant(need));
    }

    private Refusal refusal(Need need) {
        return new Refusal(
                need.action(),
                need.shownResource(),
                policies.denies(need) ? Denial.EXPLICIT : Denial.noneAllows(need.action()));
    }
}
