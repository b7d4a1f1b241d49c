package dev.stepwright.permission;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Placeholders;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down what a Task state needs. */
final class TaskNeeds {
    private static final Set<String> KNOWN_BY_CLUSTER = Set.of("eks:call", "eks:runJob");

    private final Deployment deployment;
    private final Ledger ledger;
    private final Calls calls;
    private final EndpointNeeds endpoints;

    TaskNeeds(Deployment deployment, Ledger ledger) {
        this.deployment = deployment;
        this.ledger = ledger;
        this.calls = new Calls(deployment, ledger);
        this.endpoints = new EndpointNeeds(deployment, ledger);
    }

    void write(TaskState state, QueryLanguage language) {
        credentials(state, language);
        String text = state.resource().orElse("");
        TaskResource resource = TaskResource.of(text);
        Arguments arguments = Arguments.in(state.json(), language, deployment.machineArn());
        switch (resource.type()) {
            case LAMBDA -> function(text);
            case ACTIVITY -> {
                // Workers ask for the work of an activity; the role of the machine needs nothing.
            }
            case INTEGRATION -> integration(text, resource, arguments);
            default -> unclear(text);
        }
    }

    /** Writes down what the call of a task itself needs, whatever follows: all its parameters are known. */
    void writeCall(String text, Arguments arguments) {
        TaskResource resource = TaskResource.of(text);
        switch (resource.type()) {
            case LAMBDA -> function(text);
            case INTEGRATION -> {
                if (resource.isSdk()) {
                    sdk(resource, arguments);
                } else {
                    call(resource, arguments);
                }
            }
            default -> {
                // the role needs nothing for activities and for what nobody does; a placeholder is taken for a function
                if (Placeholders.isOne(text)) {
                    function(text);
                }
            }
        }
    }

    private void integration(String text, TaskResource resource, Arguments arguments) {
        if (Placeholders.isMasked(call(resource))) {
            unclear(text);
        } else if (resource.isSdk()) {
            sdk(resource, arguments);
        } else {
            optimized(resource, arguments);
        }
    }

    private void unclear(String text) {
        if (Placeholders.isOne(text)) {
            function(text);
            ledger.ask(
                    "Resource " + JsonText.quote(text)
                            + " is taken for the ARN of a Lambda function; if it is something else, give a value for the placeholder");
        } else {
            ledger.askAll(
                    "Resource " + JsonText.quote(text)
                            + " is not a function, activity or integration, so what it needs is unknown; add it to the policy yourself");
        }
    }

    private void function(String arn) {
        ledger.need("lambda:InvokeFunction", arn, "invokes the function");
    }

    /** What a task does under another role, that role needs; the role of the machine has to assume it. */
    private void credentials(TaskState state, QueryLanguage language) {
        Optional<Argument> other = OtherRole.of(state, language);
        if (other.isEmpty()) {
            return;
        }
        Argument role = other.get();
        String arn = role.isWritten() ? role.text() : "arn:" + deployment.partition() + ":iam::*:role/*";
        ledger.need("sts:AssumeRole", arn, "assumes the role in Credentials for the task");
        if (role.isComputed()) {
            ledger.ask("sts:AssumeRole is allowed on " + arn + ", since Credentials.RoleArn is " + role.text()
                    + "; narrow it to the possible roles");
        }
        ledger.by(arn);
    }

    private void optimized(TaskResource resource, Arguments arguments) {
        if (!call(resource, arguments)) {
            return;
        }
        Optional<Integration> known = Integration.of(call(resource));
        known.ifPresent(integration -> calls.more(
                integration.more().stream().map(ServiceActions::action).toList(), arguments));
        if (!resource.isJob()) {
            return;
        }
        if (known.isPresent() && !known.get().job().isEmpty()) {
            calls.job(known.get(), arguments);
        } else {
            ledger.ask(
                    "what " + call(resource) + resource.pattern()
                            + " needs to follow its job is unknown; add the actions that describe and stop the job, and those on its EventBridge rule");
        }
    }

    /** Returns whether there are actions of the call; else there is nothing more to write down. */
    private boolean call(TaskResource resource, Arguments arguments) {
        String call = call(resource);
        if (endpoints.write(call, arguments)) {
            return false;
        }
        if (KNOWN_BY_CLUSTER.contains(call)) {
            ledger.ask(
                    call
                            + " needs no IAM action, but the cluster must know the role: add an access entry or a line in aws-auth");
            return false;
        }
        List<Action> actions = Integration.of(call)
                .map(integration -> List.of(ServiceActions.action(integration.action())))
                .orElseGet(() -> ServiceActions.of(resource.service(), resource.action()));
        if (actions.isEmpty()) {
            unknown(resource);
            return false;
        }
        calls.call(actions, arguments, call);
        return true;
    }

    private void sdk(TaskResource resource, Arguments arguments) {
        String prefix = ServiceActions.prefix(resource.service().substring(TaskResource.SDK.length()));
        List<Action> actions = ServiceActions.of(prefix, resource.action());
        if (actions.isEmpty()) {
            unknown(resource);
        } else {
            calls.call(actions, arguments, call(resource));
        }
    }

    private void unknown(TaskResource resource) {
        ledger.askAll(
                "which actions " + call(resource)
                        + " needs is unknown; look them up in AWS's Service Authorization Reference and add them to the policy yourself");
    }

    private static String call(TaskResource resource) {
        String service =
                resource.isSdk() ? resource.service().substring(TaskResource.SDK.length()) : resource.service();
        return service + ":" + resource.action();
    }
}
