package dev.stepwright.validation.document;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.types.report.Finding.Level;
import dev.stepwright.validation.machine.Field;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;

/** A field that exists in the other query language only; two rules, one for each language. */
final class FieldOfOtherLanguage extends Rule {
    private final QueryLanguage only;

    private FieldOfOtherLanguage(String id, QueryLanguage only) {
        super(id, Level.ERROR, SCHEMA);
        this.only = only;
    }

    static Rule jsonPathField() {
        return new FieldOfOtherLanguage("ASL-STA-014", QueryLanguage.JSONPATH);
    }

    static Rule jsonataField() {
        return new FieldOfOtherLanguage("ASL-STA-015", QueryLanguage.JSONATA);
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.parts().stream()
                .filter(part -> part.language() != only)
                .filter(part -> part.isJsonata() || machine.language() == QueryLanguage.JSONPATH)
                .forEach(part -> part.fields().stream()
                        .filter(field -> field.language() == only)
                        .forEach(field -> findings.add(finding(part, field))));
    }

    private Finding finding(Part part, Field field) {
        String other = part.language().text();
        return atName(
                        part.at(field.name()),
                        "%s is a field of %s states, but this state is %s; %s"
                                .formatted(field.name(), only.text(), other, remedy(field.name())))
                .service(
                        part.kind() == Kind.RESULT_WRITER
                                ? ServiceWords.required(part.argumentsField()) // which is all that AWS says of it
                                : "The QueryLanguage is set to '%s', but field '%s' is only supported for the '%s' QueryLanguage"
                                        .formatted(other, field.name(), only.text()),
                        part.pointer());
    }

    private String remedy(String field) {
        return switch (field) {
            case "InputPath", "Parameters" -> "use Arguments, with paths as {% $states.input... %}";
            case "OutputPath", "ResultSelector", "ResultPath", "Result" -> "use Output";
            case "ItemsPath" -> "use Items";
            case "RoleArn.$" -> "use RoleArn with a {% %} expression";
            case "Arguments" -> "use Parameters, or add \"QueryLanguage\": \"JSONata\" to the state";
            case "Items" -> "use ItemsPath, or add \"QueryLanguage\": \"JSONata\" to the state";
            default ->
                only == QueryLanguage.JSONATA
                        ? "add \"QueryLanguage\": \"JSONata\" to the state"
                        : field.endsWith("Path")
                                ? "use " + field.substring(0, field.length() - 4) + " with a {% %} expression"
                                : "use Condition";
        };
    }
}
