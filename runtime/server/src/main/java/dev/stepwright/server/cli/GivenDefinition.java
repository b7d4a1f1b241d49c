package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A definition that a command is given.
 *
 * @param label what messages call it: its file, or {@code template.yaml#LogicalId}
 * @param container the file that it was found in: its own, or a template
 * @param file in which its positions count
 */
record GivenDefinition(String label, Definitions container, Path file, PlacedDefinition placed) {
    /** Returns those of a file. */
    static List<GivenDefinition> of(Definitions file) {
        return file.all().stream()
                .flatMap(each -> each.machines().stream()
                        .map(placed -> new GivenDefinition(
                                placed.label(each.file()),
                                each,
                                Path.of(placed.document().name()),
                                placed)))
                .toList();
    }

    /**
     * Reads the only definition that a user has named.
     *
     * @param values of placeholders
     * @throws Refusal if it cannot be read, or there are several
     */
    static GivenDefinition read(Path given, Map<String, String> values) throws Refusal {
        try {
            Definitions file = Definitions.given(given, values);
            List<GivenDefinition> all = of(file);
            if (all.size() == 1 && file.unread().isEmpty()) {
                return all.get(0);
            }
            List<String> told = new ArrayList<>(file.unread());
            if (!all.isEmpty()) {
                told.add(given + " has several state machines; choose one of them: "
                        + all.stream().map(GivenDefinition::label).collect(Collectors.joining(", ")));
            }
            throw new Refusal(String.join(System.lineSeparator(), told));
        } catch (IOException e) {
            throw new Refusal(GivenFile.unread(given, e));
        } catch (IllegalArgumentException e) {
            throw new Refusal(given + ": " + e.getMessage());
        }
    }

    /** Returns the definition with all that is known of its placeholders. */
    AslDocument document() {
        return placed.filled();
    }

    /**
     * Returns the definition itself, with all that is known of its placeholders.
     *
     * @throws IllegalStateException if it is no JSON object
     */
    StateMachineDefinition definition() {
        return document().definition();
    }

    String name() {
        return placed.name();
    }

    WorkflowType type() {
        return placed.isExpress() ? WorkflowType.EXPRESS : WorkflowType.STANDARD;
    }
}
