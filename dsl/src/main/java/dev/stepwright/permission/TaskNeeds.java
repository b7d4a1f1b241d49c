package dev.stepwright.permission;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down what a Task state needs. */
final class TaskNeeds {
    private static final Set<String> AWS_CREDENTIALS_ONLY = Set.of("eks:call", "eks:runJob");

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
        switch (resource.kind()) {
            case FUNCTION -> function(text);
            case ACTIVITY -> {
                // Workers ask for the work of an activity; the role of the machine needs nothing.
            }
            case OPTIMIZED -> optimized(resource, arguments);
            case SDK -> sdk(resource, arguments);
            case PLACEHOLDER -> {
                function(text);
                ledger.ask(
                        "Resource " + JsonText.quote(text)
                                + " is taken for the ARN of a Lambda function; if it will be something else, run this on the definition with the placeholder filled");
            }
            case OTHER ->
                ledger.askAll(
                        "Resource " + JsonText.quote(text)
                                + " is no function, activity or integration, so nothing is known of what it needs; add it to the policy yourself");
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
        ledger.need("sts:AssumeRole", arn, "does the task under the role of Credentials");
        if (role.isComputed()) {
            ledger.ask("sts:AssumeRole is allowed on " + arn + ", since Credentials.RoleArn is " + role.text()
                    + "; narrow it to the roles that this can be");
        }
        ledger.by(arn);
    }

    private void optimized(TaskResource resource, Arguments arguments) {
        String call = resource.call();
        if (endpoints.write(call, arguments)) {
            return;
        }
        if (AWS_CREDENTIALS_ONLY.contains(call)) {
            ledger.ask(
                    call
                            + " needs no action of IAM, but the role must be known to the cluster: give it an access entry or a line of aws-auth");
            return;
        }
        Optional<Integration> known = Integration.of(call);
        List<Action> actions = known.map(integration -> List.of(ServiceActions.action(integration.action())))
                .orElseGet(() -> ServiceActions.of(resource.service(), resource.operation()));
        if (actions.isEmpty()) {
            unknown(resource);
            return;
        }
        calls.call(actions, arguments, call);
        known.ifPresent(integration -> calls.more(
                integration.more().stream().map(ServiceActions::action).toList(), arguments));
        if (!resource.isJob()) {
            return;
        }
        if (known.isPresent() && !known.get().job().isEmpty()) {
            calls.job(known.get(), arguments);
        } else {
            ledger.ask(
                    "what " + call + resource.pattern()
                            + " needs to follow its job is not known; add the actions that describe and stop it, and those on its rule of EventBridge");
        }
    }

    private void sdk(TaskResource resource, Arguments arguments) {
        String prefix = ServiceActions.prefix(resource.service());
        List<Action> actions = ServiceActions.of(prefix, resource.operation());
        if (actions.isEmpty()) {
            unknown(resource);
        } else {
            calls.call(actions, arguments, resource.call());
        }
    }

    private void unknown(TaskResource resource) {
        ledger.askAll(
                "which actions " + resource.call()
                        + " needs is not known; look for it in AWS's Service Authorization Reference and add them to the policy yourself");
    }
}
