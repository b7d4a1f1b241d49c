package dev.stepwright.server.task;

import dev.stepwright.permission.Deployment;
import dev.stepwright.permission.Permissions;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.server.policy.RolePolicies.Refusal;
import dev.stepwright.server.policy.Roles;
import dev.stepwright.services.AccessDenied;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tasks that the role of their machine, or that of their {@code Credentials}, may not do. They fail as the service would let them fail; nothing
 * is called, and no mock is asked. What follows a job is not looked at.
 */
public final class RefusedTasks implements TaskRunner {
    private static final Pattern EXECUTION =
            Pattern.compile("arn:([^:]+):states:([^:]+):(\\d{12}):(?:execution|express):([^:/]+)[:/].*");

    private final Roles roles;
    private final List<TaskRunner> others;
    private final boolean areTrials;
    private final AccessDenied denied = AccessDenied.ofClassPath();

    /**
     * @param roles those that there are
     * @param others who do the tasks that are not refused; may still grow
     * @param areTrials whether the tasks are those of TestState, which are of no machine: one that is allowed on some machine is allowed
     */
    public RefusedTasks(Roles roles, List<TaskRunner> others, boolean areTrials) {
        this.roles = roles;
        this.others = others;
        this.areTrials = areTrials;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return failure(request).isPresent();
    }

    /** AWS: parameters are looked at before the call is made. */
    @Override
    public void check(TaskRequest request) throws TaskFailure {
        Optional<TaskRunner> other = other(request);
        if (other.isPresent()) {
            other.get().check(request);
        }
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        Optional<TaskFailure> failure = failure(request);
        if (failure.isEmpty()) { // the policies have changed since this runner was chosen
            return other(request).orElseThrow().start(request, completion);
        }
        completion.failed(failure.get().error(), failure.get().causeText());
        return () -> {};
    }

    /** Leaves what was submitted before the policies changed to the one who has done it. */
    @Override
    public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        return other(request)
                .map(other -> other.resume(request, submission, completion))
                .orElse(() -> {});
    }

    private Optional<TaskRunner> other(TaskRequest request) {
        return others.stream().filter(other -> other.serves(request)).findFirst();
    }

    private Optional<TaskFailure> failure(TaskRequest request) {
        @Nullable String other = request.roleArn();
        if (other == null) {
            return failure(request, request.executionRoleArn());
        }
        return mayAssume(request, other) ? failure(request, other) : Optional.of(unassumed(request, other));
    }

    private Optional<TaskFailure> failure(TaskRequest request, String role) {
        Permissions needed =
                Permissions.ofCall(request.resource().text(), request.input(), deployment(request.executionArn()));
        return roles.of(role).refusal(needed).map(refusal -> failure(request, role, refusal));
    }

    private TaskFailure failure(TaskRequest request, String role, Refusal refusal) {
        String id = request.idOfStarted().toString();
        String message = "User: %s is not authorized to perform: %s on resource: %s %s"
                .formatted(session(role, id), refusal.action(), refusal.resource(), refusal.why());
        return denied.of(request.resource(), message, id);
    }

    /** AWS: the session of an execution has a name of its own. */
    private static String session(String role, String id) {
        String name = role.replaceFirst(":iam:", ":sts:").replaceFirst(":role/.*", ":assumed-role/");
        return name + Roles.name(role) + "/" + id.replace("-", "");
    }

    private boolean mayAssume(TaskRequest request, String other) {
        return roles.has(other) && roles.of(request.executionRoleArn()).mayAssume(other);
    }

    private static TaskFailure unassumed(TaskRequest request, String other) {
        return new TaskFailure(
                "States.TaskFailed",
                "The role " + request.executionRoleArn() + " is not authorized to assume the task state's role, "
                        + other + ".");
    }

    private Deployment deployment(String execution) {
        Matcher parts = EXECUTION.matcher(execution);
        return parts.matches()
                ? new Deployment(parts.group(1), parts.group(2), parts.group(3), areTrials ? "*" : parts.group(4))
                : Deployment.ANYWHERE;
    }
}
