package dev.stepwright.server.cli;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.Placeholders;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.server.cli.RunMachines.Start;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The machines of one run, ready to be run, with who does their tasks. */
record RunCast(RunMachines machines, RunStubs stubs, RunPolicies policies, Elsewhere elsewhere) {
    /** More tasks than these are not named. */
    private static final int MANY = 5;

    /** Returns what the engine calls a machine. */
    static String name(GivenDefinition machine) {
        return machine.name().replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /** Returns the machine that is run; tells which tasks nobody does. */
    TestMachine<JsonNode, JsonNode> machine(PrintWriter err) throws Refusal {
        TestMachine<JsonNode, JsonNode> first = machine(machines.first(), "", err);
        // It may be started too, by itself or by another one.
        TestMachine<JsonNode, JsonNode> all = first.nesting(machines.arn(machines.first()), first);
        for (Map.Entry<String, GivenDefinition> other : machines.others().entrySet()) {
            all = all.nesting(machines.arn(other.getValue()), machine(other.getValue(), other.getKey(), err));
        }
        return all;
    }

    /** @param prefix what options have before what is of this machine */
    private TestMachine<JsonNode, JsonNode> machine(GivenDefinition given, String prefix, PrintWriter err)
            throws Refusal {
        StateMachineDefinition definition = machines.definition(given);
        Stubs answers = RunStubs.told(
                stubs.of(prefix, machines.others().keySet()),
                definition,
                problem -> err.println("stepwright run: " + problem));
        Set<String> missing = new TreeSet<>(undone(definition, answers));
        String option = prefix.isEmpty() ? "" : prefix + "/";
        for (Start start : machines.startsBy(given)) {
            if (missing.remove(start.state()) && start.machine() == null) {
                String problem = unknown(start) + " with --stub '" + option + start.state() + "={}'";
                err.println("stepwright run: " + problem);
                answers = answers.throwing(start.state(), new TaskFailure("States.Runtime", problem));
            }
        }
        TestMachine<JsonNode, JsonNode> machine = machine(definition, answers, given)
                .heldTo(policies.of(prefix, machines.others().keySet(), err));
        if (!missing.isEmpty()) {
            err.println("stepwright run: " + undone(missing, prefix));
        }
        return machine;
    }

    private TestMachine<JsonNode, JsonNode> machine(
            StateMachineDefinition definition, Stubs answers, GivenDefinition given) throws Refusal {
        try {
            TestMachine<JsonNode, JsonNode> machine =
                    TestMachine.of(definition, answers).named(name(given)).doing(elsewhere);
            return given.placed().isExpress() ? machine.asExpress() : machine;
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private Set<String> undone(StateMachineDefinition definition, Stubs answers) throws Refusal {
        try {
            return elsewhere.undone(definition, answers.missing(definition));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--aws-endpoint: " + e.getMessage());
        }
    }

    private static String undone(Set<String> callers, String machine) {
        String file = machine.isEmpty() ? "FILE" : machine + "=FILE";
        String first =
                (machine.isEmpty() ? "" : machine + "/") + callers.iterator().next();
        return "no stub or endpoint for the " + (callers.size() == 1 ? "call of " : "calls of ")
                + callers.stream().limit(MANY).map(state -> '"' + state + '"').collect(Collectors.joining(", "))
                + (callers.size() > MANY ? " and " + (callers.size() - MANY) + " more" : "")
                + (machine.isEmpty() ? "" : " in " + machine)
                + "; give the result of one with --stub '" + first + "={}', or of all with --stubs " + file;
    }

    private String unknown(Start start) {
        String reference = start.reference();
        String told = "the task of \"" + start.state() + "\" starts the state machine \"" + reference + "\", ";
        if (reference.startsWith("$") && !Placeholders.areIn(reference) || reference.startsWith("{%")) {
            return told + "which is known only at run time; give its result";
        }
        String name = Placeholders.name(reference).orElse(reference.replaceFirst(".*:stateMachine:", ""));
        return told + "which is unknown here; name it with --machine " + name + "=NAME, where NAME is one of "
                + String.join(", ", machines.names()) + ", or give its result";
    }
}
