package dev.stepwright.services;

import dev.stepwright.permission.Deployment;
import dev.stepwright.permission.Permissions;
import dev.stepwright.permission.PolicyCheck;
import dev.stepwright.permission.Refusal;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskPermission;
import dev.stepwright.runtime.task.TaskRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets tasks begin that the role of their machine allows, or that of their {@code Credentials}. Any other fails as the service would let it
 * fail. Refused is what is surely not allowed: a condition counts as met, and so does the right resource where the call does not tell it.
 * What follows a job is not looked at.
 */
public final class RolePermission implements TaskPermission {
    /** The policies of roles, as they are now. */
    @FunctionalInterface
    public interface Roles {
        /** Returns the policies of a role by its ARN; empty for one that there is not, which nobody may assume. */
        Optional<PolicyCheck> policies(String arn);
    }

    private static final Pattern EXECUTION =
            Pattern.compile("arn:([^:]+):states:([a-z-]+-\\d+):(\\d{12}):(?:execution|express):([^:/]+)[:/].*");

    private static final Pattern PARTITION = Pattern.compile("arn:(aws[\\w-]*):");

    private final Roles machines;
    private final Roles others;
    private final Function<TaskRequest, Deployment> place;
    private final AccessDenied denied = AccessDenied.ofClassPath();

    private RolePermission(Roles machines, Roles others, Function<TaskRequest, Deployment> place) {
        this.machines = machines;
        this.others = others;
        this.place = place;
    }

    /** Returns what some roles let machines do, each under the role that its execution has. */
    public static RolePermission of(Roles roles) {
        return new RolePermission(roles, roles, RolePermission::placeOfExecution);
    }

    /**
     * Returns what some roles let TestState do, whose tasks are of no execution.
     *
     * @param place where it is called; of no machine, so that what is allowed on some machine is allowed
     */
    public static RolePermission ofTrials(Roles roles, Deployment place) {
        return new RolePermission(roles, roles, request -> place);
    }

    /**
     * Returns what the policies of a role let a machine do in tests, for {@code TestMachine.heldTo}. Tests run in no account: a resource without
     * account or region, such as the name of a function, counts as the right one if its name is. A role of {@code Credentials} may do everything,
     * if the machine may assume it.
     */
    public static RolePermission of(PolicyCheck policies) {
        return of(policies, role -> Optional.of(PolicyCheck.EVERYTHING));
    }

    /**
     * Returns the same with the roles of {@code Credentials}.
     *
     * @param others by their ARNs
     */
    public static RolePermission of(PolicyCheck policies, Roles others) {
        return new RolePermission(role -> Optional.of(policies), others, RolePermission::anywhere);
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        String own = request.executionRoleArn();
        @Nullable String other = request.roleArn();
        PolicyCheck policies = machines.policies(own).orElse(PolicyCheck.NOTHING);
        if (other != null) {
            if (!policies.mayAssume(other)) {
                throw unassumed(own, other);
            }
            policies = others.policies(other).orElseThrow(() -> unassumed(own, other));
        }
        Permissions needed = Permissions.ofCall(request.resource().text(), request.input(), place.apply(request));
        Optional<Refusal> refusal = policies.refusal(needed);
        if (refusal.isPresent()) {
            throw failure(request, other == null ? own : other, refusal.get());
        }
    }

    private TaskFailure failure(TaskRequest request, String role, Refusal refusal) {
        String id = request.idOfStarted().toString();
        String message = "User: %s is not authorized to perform: %s on resource: %s %s"
                .formatted(session(role, id), refusal.action(), refusal.resource(), refusal.why());
        return denied.of(request.resource(), message, id);
    }

    /** AWS: the session of an execution has a name of its own. */
    private static String session(String role, String id) {
        String place = role.replaceFirst(":iam:", ":sts:").replaceFirst(":role/.*", ":assumed-role/");
        return place + role.substring(role.lastIndexOf('/') + 1) + "/" + id.replace("-", "");
    }

    private static TaskFailure unassumed(String own, String other) {
        return new TaskFailure(
                "States.TaskFailed",
                "The role " + own + " is not authorized to assume the task state's role, " + other + ".");
    }

    private static Deployment placeOfExecution(TaskRequest request) {
        Matcher parts = EXECUTION.matcher(request.executionArn());
        return parts.matches()
                ? new Deployment(parts.group(1), parts.group(2), parts.group(3), parts.group(4))
                : anywhere(request);
    }

    private static Deployment anywhere(TaskRequest request) {
        Matcher parts = PARTITION.matcher(request.resource().text());
        return Deployment.somewhere(parts.lookingAt() ? parts.group(1) : Deployment.ANYWHERE.partition());
    }
}
