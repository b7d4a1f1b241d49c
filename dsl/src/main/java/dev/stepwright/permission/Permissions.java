package dev.stepwright.permission;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonText;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the role needs under which a state machine runs: the actions that AWS documents for each of its states, on the resources that its
 * definition names.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html">IAM policies for integrated services</a>
 */
public final class Permissions {
    private static final List<String> LOG_ACTIONS = List.of(
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery");
    private static final List<String> TRACE_ACTIONS = List.of(
            "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments");

    /** What a machine may have that its definition does not say. */
    public enum Setting {
        /** A log of its executions in CloudWatch Logs. */
        LOGGING,
        /** Traces in X-Ray. */
        TRACING;

        /** Returns what a machine has. */
        public static Set<Setting> of(boolean isLogging, boolean isTracing) {
            Set<Setting> settings = EnumSet.noneOf(Setting.class);
            if (isLogging) {
                settings.add(LOGGING);
            }
            if (isTracing) {
                settings.add(TRACING);
            }
            return settings;
        }
    }

    private final Deployment deployment;
    private final List<Need> needs;
    private final List<NavigableSet<Need>> choices;
    private final List<OpenQuestion> questions;
    private final Set<String> unknown;

    private Permissions(Deployment deployment, Ledger ledger) {
        this.deployment = deployment;
        this.needs = List.copyOf(ledger.needs());
        this.choices = ledger.choices().stream()
                .sorted(Comparator.comparing(NavigableSet::first))
                .toList();
        this.questions = List.copyOf(ledger.questions());
        this.unknown = Set.copyOf(ledger.unknown());
    }

    /** Returns what a machine needs that has no settings. */
    public static Permissions of(StateMachineDefinition definition, Deployment deployment) {
        return of(definition, deployment, Set.of());
    }

    /** Returns what a machine needs. A definition with faults gives what its states tell as far as they can be read. */
    public static Permissions of(StateMachineDefinition definition, Deployment where, Set<Setting> settings) {
        Deployment deployment = where.ofTasks(definition);
        Ledger ledger = new Ledger();
        TaskNeeds tasks = new TaskNeeds(deployment, ledger);
        MapNeeds maps = new MapNeeds(deployment, ledger);
        for (StateMachineDefinition scope : definition.scopes()) {
            for (State state : scope.states().values()) {
                QueryLanguage language = state.queryLanguage(definition.queryLanguage());
                ledger.open(state.name(), state.pointer());
                if (state instanceof TaskState task) {
                    tasks.write(task, language);
                } else if (state instanceof MapState map) {
                    maps.write(map, language);
                }
            }
        }
        ledger.open("", definition.pointer());
        ofMachine(ledger, deployment, settings);
        return new Permissions(deployment, ledger);
    }

    /**
     * Returns what a single call needs whose parameters are known, without what follows its job.
     *
     * @param resource of the task, without a pattern such as {@code .sync}
     * @param parameters of the call as it is made, with nothing to compute in them
     */
    public static Permissions ofCall(String resource, JsonNode parameters, Deployment where) {
        Ledger ledger = new Ledger();
        new TaskNeeds(where, ledger).writeCall(resource, Arguments.known(parameters));
        return new Permissions(where, ledger);
    }

    private static void ofMachine(Ledger ledger, Deployment deployment, Set<Setting> settings) {
        if (settings.contains(Setting.LOGGING)) {
            ledger.needAll(LOG_ACTIONS, List.of("*"), "writes the log of executions");
        }
        if (settings.contains(Setting.TRACING)) {
            ledger.needAll(TRACE_ACTIONS, List.of("*"), "sends traces to X-Ray");
        }
        boolean isNamed =
                ledger.needs().stream().anyMatch(need -> need.resource().equals(deployment.machineArn()));
        if (isNamed && !deployment.isMachineKnown()) {
            ledger.ask(
                    "the machine needs permissions on itself, but its name is unknown, so the policy allows them on every state machine; give the name");
        }
    }

    /** Returns each action with its resource and the state that needs it, those of other roles too, sorted. */
    public List<Need> needs() {
        return needs;
    }

    /**
     * Returns the needs by what one of them is enough for: resources that a call does not tell apart, such as a job definition with and without
     * its revision, are together; each bus of several events is alone. At least one in each, sorted by their first.
     */
    public List<NavigableSet<Need>> choices() {
        return choices;
    }

    /** Returns what somebody has to look at: what the definition computes, and what is not known of an integration. */
    public List<OpenQuestion> questions() {
        return questions;
    }

    /** Returns the names of the states none of whose actions are known; the policy has nothing for them. */
    public Set<String> unknownStates() {
        return unknown;
    }

    /**
     * Returns the policy of the machine's role, as IAM takes it. Equal definitions give equal texts of it. The role of a machine that needs nothing is denied
     * everything, as AWS advises, since IAM takes no policy without statements.
     */
    public JsonNode policy() {
        ObjectNode policy = policy("");
        return policy.path("Statement").isEmpty() && unknown.isEmpty() ? PolicyDocument.ofNothing() : policy;
    }

    /** Returns the policies of the roles that tasks name by {@code Credentials}, by the ARNs of the roles. */
    public Map<String, JsonNode> otherPolicies() {
        Map<String, JsonNode> policies = new TreeMap<>();
        needs.stream()
                .map(Need::role)
                .filter(role -> !role.isEmpty())
                .forEach(role -> policies.put(role, policy(role)));
        return policies;
    }

    /**
     * Returns the texts of all policies by the names of their files: {@code order.policy.json} for the role of the machine {@code order}, and
     * {@code order.policy.111122223333.reader.json} for the role {@code reader} of another account. Where two roles would give one name,
     * the later one has a number behind it.
     */
    public Map<String, String> files(String machine) {
        Map<String, String> files = new TreeMap<>();
        files.put(machine + ".policy.json", JsonText.pretty(policy()) + "\n");
        otherPolicies().forEach((role, policy) -> {
            String name = machine + ".policy." + OtherRole.fileName(role);
            String file = name + ".json";
            for (int i = 2; files.containsKey(file); i++) {
                file = name + "." + i + ".json";
            }
            files.put(file, JsonText.pretty(policy) + "\n");
        });
        return files;
    }

    private ObjectNode policy(String role) {
        return PolicyDocument.of(
                needs.stream().filter(need -> need.role().equals(role)).toList());
    }

    /** Returns who may have the role: Step Functions, and if the account is known only for machines of it. */
    public JsonNode trust() {
        ObjectNode trust = JsonNodeFactory.instance.objectNode().put("Version", PolicyDocument.VERSION);
        ObjectNode statement = trust.putArray("Statement").addObject().put("Effect", "Allow");
        statement.putObject("Principal").put("Service", "states.amazonaws.com");
        statement.put("Action", "sts:AssumeRole");
        if (!deployment.account().equals("*")) {
            ObjectNode condition = statement.putObject("Condition");
            condition.putObject("ArnLike").put("aws:SourceArn", deployment.arn("states", "stateMachine:*"));
            condition.putObject("StringEquals").put("aws:SourceAccount", deployment.account());
        }
        return trust;
    }
}
