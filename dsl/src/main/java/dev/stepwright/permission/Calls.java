package dev.stepwright.permission;

import dev.stepwright.permission.ResourceSearch.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes down what a call of a service needs, whatever the integration. */
final class Calls {
    private static final List<String> RULE_ACTIONS =
            List.of("events:DescribeRule", "events:PutRule", "events:PutTargets");

    private final Deployment deployment;
    private final Ledger ledger;
    private final PassedRoles roles;

    /** The calls whose resources stand elsewhere than in parameters that are called as the parts of ARNs are. */
    private final SpecialCalls special;

    Calls(Deployment deployment, Ledger ledger) {
        this.deployment = deployment;
        this.ledger = ledger;
        this.roles = new PassedRoles(deployment, ledger);
        this.special = new SpecialCalls(deployment, ledger);
    }

    /** Writes down the actions of a call and the roles that it hands on. */
    void call(List<Action> actions, Arguments arguments, String call) {
        ledger.calling(call);
        for (Action action : actions) {
            if (!special.write(action, arguments)) {
                ledger.need(action, ResourceSearch.find(action, arguments, deployment));
            }
            if (action.passesRole()) {
                roles.write(action, arguments);
            }
        }
    }

    /** Writes down actions that belong to a call, without asking about their resources, which are those of the call. */
    void more(List<Action> actions, Arguments arguments) {
        for (Action action : actions) {
            Found found = ResourceSearch.find(action, arguments, deployment);
            found.resources().forEach(resource -> ledger.need(action, resource));
        }
    }

    /** Writes down what it takes to follow a job to its end, and to end it when the state is left before. */
    void job(Integration integration, Arguments arguments) {
        for (String name : integration.job()) {
            Action action = ServiceActions.action(name);
            Found found = ResourceSearch.find(action, arguments, deployment);
            found.resources().forEach(resource -> ledger.need(name, resource, "follows the job", jobCondition(action)));
        }
        if (!integration.rule().isEmpty()) {
            ledger.needAll(
                    RULE_ACTIONS,
                    List.of(deployment.arn("events", "rule/" + integration.rule())),
                    "learns from EventBridge that the job has ended");
        }
    }

    /** AWS: MediaConvert lets Step Functions see and end the jobs that it has tagged. */
    private static @Nullable ObjectNode jobCondition(Action action) {
        return action.service().equals("mediaconvert")
                ? Ledger.condition("StringEquals", "aws:ResourceTag/ManagedByService", "AWSStepFunctions")
                : null;
    }
}
