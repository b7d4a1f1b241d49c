package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.template.TemplateProblem;
import dev.stepwright.asl.template.TemplateRule;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.types.Calls;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.validation.document.NotJson;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import java.util.List;

/** Checks definitions one by one; {@link ProjectValidator} checks several that start one another. */
public final class Validator {
    private Validator() {}

    /**
     * Returns everything that is wrong with a definition and with the flow of data through it, in the order of the document. No
     * finding is a mere consequence of another one in the list. Whether AWS refuses the definition says {@link
     * Diagnostic#refused()}.
     *
     * @param document any JSON document; one that is no definition at all gives findings like any other. It is checked as a
     *     Standard workflow
     */
    public static List<Diagnostic> validate(AslDocument document) {
        return validate(document, WorkflowType.STANDARD);
    }

    /** Returns everything that is wrong with a definition of the given type, as {@link #validate(AslDocument)}. */
    public static List<Diagnostic> validate(AslDocument document, WorkflowType type) {
        return validate(document, type, KnownShapes.NONE);
    }

    /**
     * Returns everything that is wrong with a definition of the given type, as {@link #validate(AslDocument)}.
     *
     * @param known what is known of the machine's data, for example from the schemas beside it
     */
    public static List<Diagnostic> validate(AslDocument document, WorkflowType type, KnownShapes known) {
        Machine machine = machine(document, type);
        List<Diagnostic> ofRules = ofRules(machine);
        return FlowFindings.joined(machine, ofRules, known, Calls.NONE);
    }

    static Machine machine(AslDocument document, WorkflowType type) {
        return Machine.of(document, type == WorkflowType.EXPRESS);
    }

    /** Returns what the rules find, in the order of the document; at one place in the order of the rules. */
    static List<Diagnostic> ofRules(Machine machine) {
        Source source = new Source(machine.document());
        return source.inOrder(check(machine).forAuthor()).stream()
                .map(source::diagnostic)
                .toList();
    }

    static Findings check(Machine machine) {
        Findings findings = new Findings();
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

    /** Returns the finding for what is wrong with a state machine in a template. */
    public static Diagnostic inTemplate(TemplateProblem problem) {
        TemplateRule rule = problem.rule();
        Severity severity = rule.isError() ? Severity.ERROR : Severity.WARNING;
        return new Diagnostic(
                rule.id(), severity, problem.pointer(), problem.position(), problem.message(), rule.isError());
    }

    /** Returns the finding for a text that could not be read as JSON. */
    public static Diagnostic notJson(JsonSyntaxException problem) {
        Finding finding = NotJson.of(problem);
        return new Diagnostic(
                finding.rule().id(),
                Severity.ERROR,
                finding.spot().pointer(),
                problem.position(),
                finding.message(),
                finding.refused());
    }
}
