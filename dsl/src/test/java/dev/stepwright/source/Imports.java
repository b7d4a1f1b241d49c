package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.diff.DefinitionDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Many definitions on their way to Java and back: all sources are compiled in one run. */
final class Imports {
    private final Map<AslDocument, JavaSource> sources = new LinkedHashMap<>();

    static Imports of(Iterable<AslDocument> documents) {
        Imports imports = new Imports();
        int number = 0;
        for (AslDocument document : documents) {
            String name = JavaSource.className(document.name()) + "_" + ++number;
            imports.sources.put(document, JavaSource.of(document, "com.acme.imported", name));
        }
        return imports;
    }

    /** Returns the source around a state, on few lines; it compiles, and its machine is the same. */
    static String textOf(String state) {
        String end = state.contains("'Succeed'") ? "" : ",'End':true";
        String machine = "{'StartAt':'Work','States':{'Work':{" + state + end + "}}}";
        String json = machine.replace("\\'", "\0").replace('\'', '"').replace('\0', '\'');
        Imports imports = Imports.of(List.of(AslDocument.parse("working", json)));
        assertThat(imports.failures()).isEmpty();
        return imports.sources()
                .get(0)
                .text()
                .replaceAll("\\s+(?=\\.)|(?<=\\()\\s+|\\s+(?=\\))", "")
                .replaceAll("\\s+", " ");
    }

    List<JavaSource> sources() {
        return List.copyOf(sources.values());
    }

    /** Returns what the compiler says, and which definitions do not come back as they were. */
    List<String> failures() {
        Imported imported = Imported.of(sources.values());
        List<String> failures = new ArrayList<>(imported.messages());
        if (failures.isEmpty()) {
            sources.forEach((document, source) -> failures.addAll(compare(document, source, imported)));
        }
        return failures;
    }

    private static List<String> compare(AslDocument document, JavaSource source, Imported imported) {
        StateMachineDefinition given = document.definition();
        StateMachineDefinition made;
        try {
            made = imported.definition(source);
        } catch (ReflectiveOperationException e) {
            return List.of(document.name() + ": " + e.getCause() + "\n" + source.text());
        }
        // Placeholders that stand bare are other values than the same in quotes.
        if (!made.unfilled().equals(given.unfilled())) {
            return List.of(document.name() + "\n" + DefinitionDiff.between(given, made) + source.text());
        }
        List<String> expected = states(given).toList();
        List<String> order = states(made).toList();
        return order.equals(expected)
                ? List.of()
                : List.of(document.name() + " has the order " + order + ", not " + expected);
    }

    private static Stream<String> states(StateMachineDefinition definition) {
        return definition.scopes().stream().flatMap(scope -> scope.states().keySet().stream());
    }
}
