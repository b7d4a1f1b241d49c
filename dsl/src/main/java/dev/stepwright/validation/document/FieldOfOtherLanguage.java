package dev.stepwright.validation.document;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.json.JsonText;
import dev.stepwright.validation.machine.Field;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A field that exists in the other query language only; two rules, one for each language. */
final class FieldOfOtherLanguage extends Rule {
    /** Paths that are read alike in both languages, once their beginning is the other one. */
    private static final Pattern PATH = Pattern.compile("\\$(\\$|[A-Za-z]\\w*)?(\\.[A-Za-z_]\\w*)+|\\$[A-Za-z]\\w*");

    /** Fields that take the same as one of the other language, if nothing in it is evaluated. */
    private static final Map<String, String> SAME =
            Map.of("Parameters", "Arguments", "Result", "Output", "Arguments", "Parameters");

    private final QueryLanguage only;

    private FieldOfOtherLanguage(String id, QueryLanguage only) {
        super(id, Severity.ERROR, SCHEMA);
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
                        "%s is a field of %s states, but this state uses %s; %s"
                                .formatted(field.name(), only.text(), other, remedy(field.name())))
                .service(
                        part.kind() == Kind.RESULT_WRITER
                                ? ServiceWords.required(part.argumentsField()) // which is all that AWS says of it
                                : "The QueryLanguage is set to '%s', but field '%s' is only supported for the '%s' QueryLanguage"
                                        .formatted(other, field.name(), only.text()),
                        part.pointer())
                .mendedBy(counterpart(part, field.name()).or(() -> other(part)));
    }

    /** Returns the same in the language of the state, where that is sure. */
    private Optional<Fix> counterpart(Part part, String field) {
        JsonPointer at = part.at(field);
        String text = part.text(field).orElse("");
        if (only == QueryLanguage.JSONPATH && field.endsWith("Path")) {
            String name = field.substring(0, field.length() - "Path".length());
            return Fields.find(part.kind(), name).isPresent()
                            && !part.has(name)
                            && PATH.matcher(text).matches()
                    ? Optional.of(new Fix.Together(List.of(
                            Fix.write(at, 0, text.length(), "{% " + jsonata(text) + " %}"), Fix.rename(at, name))))
                    : Optional.empty();
        }
        return Optional.ofNullable(SAME.get(field))
                .filter(name -> Fields.find(part.kind(), name).isPresent() && !part.has(name))
                .filter(name -> isPlain(part.value(field)))
                .map(name -> Fix.rename(at, name));
    }

    private static String jsonata(String path) {
        return path.startsWith("$$")
                ? "$states.context" + path.substring(2)
                : path.startsWith("$.") ? "$states.input" + path.substring(1) : path;
    }

    /** Nothing in it is evaluated in either language. */
    private static boolean isPlain(JsonNode value) {
        String text = JsonText.compact(value);
        return !text.contains(".$\":") && !text.contains("{%") && !text.contains("%}");
    }

    /** Returns the change of the state's language, if it has nothing of its own. */
    private Optional<Fix> other(Part part) {
        Part state = part.isState() || part.owner() == null ? part : part.owner();
        boolean isMixed = state.fields().stream().anyMatch(field -> field.language() == part.language());
        return only == QueryLanguage.JSONATA && state.isState() && !isMixed && !state.has("QueryLanguage")
                ? Optional.of(Fix.put(state.at("QueryLanguage"), only.text()))
                : Optional.empty();
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
