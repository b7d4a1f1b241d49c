package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.expression.TemplateKey;
import dev.stepwright.json.JsonText;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSyntax;
import dev.stepwright.validation.machine.Template;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A text in a template reads like a path or an intrinsic function, but its member does not end in {@code .$}; or it stands in a list, of
 * which nothing is evaluated.
 */
final class PathNotEvaluated extends Rule {
    private static final Pattern ESCAPED = Pattern.compile("[\\\\'{}]");
    private static final int LONGEST = 120;

    PathNotEvaluated() {
        super("ASL-TPL-003", Severity.WARNING, "NO_DOLLAR");
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode parameters = part.value("Parameters");
        if (part.templates().contains("Parameters")
                && Text.looksLikePath(parameters)
                && TemplateNoObject.mayTakeAny(part)) {
            findings.add(at(
                            part.at("Parameters"),
                            "%s is passed on as plain text; to select a part of the input use InputPath, or an object with a field that ends in \".$\""
                                    .formatted(Words.show(parameters)))
                    .service("The field 'Parameters' looks like a path; its name lacks '.$'", part.at("Parameters")));
        }
        part.templates()
                .forEach(field -> Template.walk(part.value(field), part.trail(field), (object, place, name, value) -> {
                    if (Template.isEvaluated(name)) {
                        return;
                    }
                    if (isMeantAsPath(value) && !isExplained(value.stringValue(), object)) {
                        findings.add(finding(place.pointer(), name, value));
                    } else if (value.isArray()) {
                        inList(place.pointer(), name, value).ifPresent(findings::add);
                    }
                }));
    }

    /** Returns whether a text could be evaluated as it is: {@code $.a + 1} is something else. */
    private static boolean isMeantAsPath(JsonNode value) {
        return Text.looksLikePath(value)
                && (!value.stringValue().startsWith("$")
                        || Text.isUnknown(value)
                        || PathSyntax.ofPath(value.stringValue()).isEmpty());
    }

    /** Returns whether an object has the values of the paths in a text beside it, by the paths, as the CDK's EvaluateExpression gives them. */
    private static boolean isExplained(String text, JsonNode object) {
        return object.valueStream()
                .flatMap(value -> value.propertyNames().stream())
                .map(TemplateKey::of)
                .anyMatch(key -> key.isDynamic() && Text.looksLikePath(key.name()) && text.startsWith(key.name()));
    }

    private Finding finding(JsonPointer pointer, String name, JsonNode value) {
        return at(
                        pointer,
                        "%s is passed on as plain text; to evaluate it, rename the field to %s"
                                .formatted(Words.show(value), Words.quote(name + ".$")))
                .service("The field '%s' looks like a path; its name lacks '.$'".formatted(name), pointer)
                .mendedBy(Fix.rename(pointer, name + ".$"));
    }

    /** Returns what is wrong with a list; AWS is not known to look into lists. */
    private Optional<Finding> inList(JsonPointer pointer, String name, JsonNode list) {
        return IntStream.range(0, list.size())
                .filter(index -> isMeantAsPath(list.get(index)))
                .mapToObj(index -> at(
                                pointer.appendIndex(index),
                                "%s is passed on as plain text; to evaluate it, make the list by a function: %s"
                                        .formatted(Words.show(list.get(index)), call(name, list)))
                        .ours())
                .findFirst();
    }

    private static String call(String name, JsonNode list) {
        boolean isPlain = list.valueStream().allMatch(PathNotEvaluated::isArgument);
        String arguments = list.valueStream()
                .map(value -> value.isString() && !isMeantAsPath(value)
                        ? "'" + value.stringValue() + "'"
                        : value.asString(value.toString()))
                .collect(Collectors.joining(", "));
        return "%s: %s"
                .formatted(
                        JsonText.quote(name + ".$"),
                        JsonText.quote("States.Array(%s)"
                                .formatted(isPlain && arguments.length() <= LONGEST ? arguments : "...")));
    }

    /** Returns whether a value can stand in the call of a function with nothing escaped. */
    private static boolean isArgument(JsonNode value) {
        return value.isString() ? !ESCAPED.matcher(value.stringValue()).find() : !value.isContainer();
    }
}
