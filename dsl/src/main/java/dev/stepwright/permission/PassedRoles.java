package dev.stepwright.permission;

import dev.stepwright.json.Placeholders;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Roles that a call hands to the service, which takes {@code iam:PassRole} on each. */
final class PassedRoles {
    private static final String PASS_ROLE = "iam:PassRole";

    /** Services that do not take a role over, but have a condition of their own for it. */
    private static final String EMR_CONTAINERS = "emr-containers";

    private static final Map<String, String> TAKERS = Map.of(
            "ecs", "ecs-tasks.amazonaws.com",
            "eks", "eks.amazonaws.com",
            "emr-serverless", "emr-serverless.amazonaws.com",
            "lambda", "lambda.amazonaws.com",
            "mediaconvert", "mediaconvert.amazonaws.com",
            "sagemaker", "sagemaker.amazonaws.com",
            "scheduler", "scheduler.amazonaws.com",
            "states", "states.amazonaws.com");

    private final Deployment deployment;
    private final Ledger ledger;

    PassedRoles(Deployment deployment, Ledger ledger) {
        this.deployment = deployment;
        this.ledger = ledger;
    }

    void write(Action action, Arguments arguments) {
        if (action.service().equals(EMR_CONTAINERS)) {
            return;
        }
        Map<String, Argument> roles = arguments.deep(PassedRoles::isRole);
        roles.forEach((name, value) -> {
            if (value.isWritten()) {
                pass(action, arn(name, value.text()), "passes the role " + name + " to the service");
            } else {
                passAny(action, "passes the role " + name + " to the service");
                ledger.ask(PASS_ROLE + " is allowed on every role, since " + name + " is " + value.text()
                        + "; narrow it to the possible roles");
            }
        });
        if (action.text().equals("ecs:RunTask") && roles.isEmpty()) {
            passAny(action, "passes the roles of the task definition to the task");
            ledger.ask(
                    PASS_ROLE
                            + " is allowed on every role, since the task definition names the roles; narrow it to its task role and its execution role");
        }
    }

    private static boolean isRole(String name) {
        return name.endsWith("Role") || name.endsWith("RoleArn") || name.endsWith("RoleARN");
    }

    private String arn(String name, String text) {
        boolean isWhole =
                Arn.is(text) || Placeholders.isOne(text) && (!name.endsWith("Role") || Arn.isPlaceholderOfArn(text));
        return isWhole ? text : deployment.globalArn("iam", "role/" + text);
    }

    private void passAny(Action action, String reason) {
        pass(action, deployment.globalArn("iam", "role/*"), reason);
    }

    private void pass(Action action, String role, String reason) {
        ledger.need(PASS_ROLE, role, reason, condition(action));
    }

    private static @Nullable ObjectNode condition(Action action) {
        String taker = TAKERS.get(action.service());
        return taker == null ? null : Ledger.condition("StringEquals", "iam:PassedToService", taker);
    }
}
