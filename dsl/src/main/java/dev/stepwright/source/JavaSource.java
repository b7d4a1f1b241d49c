package dev.stepwright.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import java.util.List;

/**
 * A definition as the source of a Java class: compiled, its machine has a definition equal to the original, with the states in the
 * same order.
 *
 * @param path where the file belongs below a source folder, such as {@code com/acme/OrderFlow.java}
 * @param text the source, all in ASCII
 * @param raw the states that the DSL has no words for, with the reasons
 */
public record JavaSource(String path, String text, List<Raw> raw) {
    /** Copies the list. */
    public JavaSource {
        raw = List.copyOf(raw);
    }

    /** A state that stands as its JSON, and why; without a name if the whole machine does. */
    public record Raw(String state, String reason) {}

    /**
     * Returns the source of a definition.
     *
     * @param document its name without folders and endings is the name of the machine, in {@code @AslDefinition}
     * @param packageName the package of the class
     * @param className the simple name of the class
     * @throws IllegalArgumentException if the document is no JSON object, or if a name is no Java name
     */
    public static JavaSource of(AslDocument document, String packageName, String className) {
        return new ClassCode(
                        document.definition().unfilled(),
                        DefinitionFile.machineName(document.name()),
                        packageName,
                        className)
                .source();
    }

    /** Like {@link #of(AslDocument, String, String)}, with a class named for the document. */
    public static JavaSource of(AslDocument document, String packageName) {
        return of(document, packageName, className(document.name()));
    }

    /** Returns the simple name of the class for a file: {@code OrderFlow} for {@code flows/order-flow.asl.json}. */
    public static String className(String file) {
        String name = Identifiers.type(DefinitionFile.machineName(file));
        return ImportedNames.has(name) ? name + "Machine" : name;
    }
}
