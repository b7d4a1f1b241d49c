package dev.stepwright.server.cli;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.testkit.Stubs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The answers of tasks that a run is given: of the machine that is run, and of those that it starts. */
final class RunStubs {
    private static final Set<String> ANSWERS = Set.of("Return", "Throw", "NoAnswer");

    @Option(
            names = "--stubs",
            paramLabel = "[MACHINE=]FILE",
            showDefaultValue = Visibility.NEVER,
            description =
                    "Results of Task states: a JSON object that maps the name of a state to {\"Return\": any}, to "
                            + "{\"Throw\": {\"Error\": \"...\", \"Cause\": \"...\"}} or {\"NoAnswer\": true}, or to an array of these, used in turn; "
                            + "with MACHINE= for a machine that is started.")
    private List<String> files = List.of();

    @Option(
            names = "--stub",
            paramLabel = "[MACHINE/]STATE=JSON",
            showDefaultValue = Visibility.NEVER,
            description = "The result of the task of one state, each time; overrides --stubs; repeatable.")
    private Map<String, String> stub = new LinkedHashMap<>();

    /**
     * Returns the answers of one of the machines of a run.
     *
     * @param prefix what options have before what is of this machine: {@code shipping}, or nothing for the machine that is run
     * @param others the prefixes of the others
     */
    Stubs of(String prefix, Set<String> others) throws Refusal {
        List<String> own = files.stream()
                .filter(file -> isOf(prefix, file, '=', others))
                .map(file -> behind(prefix, file))
                .toList();
        if (own.size() > 1) {
            throw new Refusal(
                    "--stubs: " + String.join(" and ", own) + " are for the same machine; put them into one file");
        }
        Stubs all = own.isEmpty() ? Stubs.none() : read(Path.of(own.get(0)));
        for (Map.Entry<String, String> one : stub.entrySet()) {
            if (isOf(prefix, one.getKey(), '/', others)) {
                JsonDocument value = JsonArgument.read("--stub " + one.getKey(), one.getValue());
                all = all.returning(behind(prefix, one.getKey()), result(one.getKey(), value.root()));
            }
        }
        return all;
    }

    /**
     * Tells what answers have that the services of a definition's tasks never give.
     *
     * @return the answers as they are, to be run with all the same
     */
    static Stubs told(Stubs answers, StateMachineDefinition definition, Consumer<String> warnings) {
        for (String problem : answers.problems(definition)) {
            warnings.accept(problem
                    + "; if it is meant, write \"Unchecked\": true beside its \"Return\" in a file for --stubs");
        }
        return answers.unchecked();
    }

    /** Nobody's task gives the form in which {@code --stubs} has answers, but users may expect it here. */
    private static JsonNode result(String state, JsonNode value) throws Refusal {
        boolean isAnswer = value.size() == (value.has("Unchecked") ? 2 : 1);
        if (isAnswer && ANSWERS.stream().anyMatch(value::has)) {
            throw new Refusal("--stub " + state
                    + " takes the result itself, found an answer as --stubs has them; put it" + " into a file, {\""
                    + state + "\": " + JsonText.compact(value) + "}, and give that with --stubs");
        }
        return value;
    }

    /** What has no prefix of another machine is of the first one, also if it looks like one. */
    static boolean isOf(String prefix, String text, char mark, Set<String> others) {
        return prefix.isEmpty()
                ? others.stream().noneMatch(other -> text.startsWith(other + mark))
                : text.startsWith(prefix + mark);
    }

    static String behind(String prefix, String text) {
        return prefix.isEmpty() ? text : text.substring(prefix.length() + 1);
    }

    private static Stubs read(Path stubs) throws Refusal {
        try {
            return Stubs.read(stubs);
        } catch (IOException e) {
            throw new Refusal("--stubs: " + GivenFile.unread(stubs, e));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--stubs: " + e.getMessage());
        }
    }
}
