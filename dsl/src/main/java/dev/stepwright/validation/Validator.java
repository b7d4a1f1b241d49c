package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.util.List;

/** Checks definitions. */
public final class Validator {
    private Validator() {}

    /**
     * Returns everything that is wrong with a definition, in the order of the document. No finding is a mere consequence of
     * another one in the list.
     *
     * @param document any JSON document; one that is no definition at all gives findings like any other. It is checked as a
     *     Standard workflow
     */
    public static List<Diagnostic> validate(AslDocument document) {
        return validate(document, WorkflowType.STANDARD);
    }

    /** Returns everything that is wrong with a definition of the given type, as {@link #validate(AslDocument)}. */
    public static List<Diagnostic> validate(AslDocument document, WorkflowType type) {
        return find(document, type).inOrderOf(document);
    }

    static Findings find(AslDocument document, WorkflowType type) {
        Findings findings = new Findings();
        Machine machine = Machine.of(document, type);
        Rules.ALL.forEach(rule -> rule.check(machine, findings));
        return findings;
    }

    /**
     * Returns everything that is wrong with a text. One that is not JSON gives the single finding {@code ASL-DOC-001} or {@code ASL-DOC-003}.
     *
     * @param name what messages call the text, for example its path
     */
    public static List<Diagnostic> validate(String name, String text) {
        try {
            return validate(AslDocument.parse(name, text));
        } catch (JsonSyntaxException e) {
            return List.of(notJson(e));
        }
    }

    /** Returns the finding for a text that could not be read as JSON. */
    public static Diagnostic notJson(JsonSyntaxException problem) {
        return NotJson.diagnostic(problem);
    }
}
