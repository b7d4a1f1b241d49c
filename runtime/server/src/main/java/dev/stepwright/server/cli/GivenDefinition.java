package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.PlacedDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A definition that a command is given.
 *
 * @param label what messages call it: its file, or {@code template.yaml#LogicalId}
 * @param file in which its positions count
 */
record GivenDefinition(String label, Path file, PlacedDefinition placed) {
    /** Returns those of a file. */
    static List<GivenDefinition> of(Definitions file) {
        return file.machines().stream()
                .map(placed -> new GivenDefinition(
                        placed.label(file.file()), Path.of(placed.document().name()), placed))
                .toList();
    }

    /**
     * Reads the only definition that a user has named.
     *
     * @throws Refusal if it cannot be read, or there are several
     */
    static GivenDefinition read(Path given) throws Refusal {
        try {
            Definitions file = Definitions.given(given);
            List<String> problems = problems(file);
            List<GivenDefinition> all = of(file);
            if (all.size() == 1) {
                return all.get(0);
            }
            throw new Refusal(
                    all.isEmpty()
                            ? String.join(System.lineSeparator(), problems)
                            : given + " has several state machines; name one of them: "
                                    + all.stream().map(GivenDefinition::label).collect(Collectors.joining(", ")));
        } catch (IOException e) {
            throw new Refusal(GivenFile.unread(given, e));
        } catch (IllegalArgumentException e) {
            throw new Refusal(given + ": " + e.getMessage());
        }
    }

    /** Says which definitions of a file could not be read, and why. */
    static List<String> problems(Definitions file) {
        List<String> problems = new ArrayList<>();
        file.problems()
                .forEach(problem -> problems.add(file.file() + ":" + problem.position() + ": " + problem.message()));
        file.broken()
                .forEach(broken -> problems.add(broken.file() + ":"
                        + broken.problem().position() + ": " + broken.problem().problem()));
        return problems;
    }

    AslDocument document() {
        return placed.document();
    }

    /**
     * Returns the definition itself.
     *
     * @throws IllegalStateException if it is no JSON object
     */
    StateMachineDefinition definition() {
        return placed.document().definition();
    }

    String name() {
        return placed.name();
    }
}
