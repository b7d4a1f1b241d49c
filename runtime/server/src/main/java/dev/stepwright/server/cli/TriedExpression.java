package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.InvalidDefinitionException;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.planning.Problem;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import dev.stepwright.testkit.TestRun;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.DiagnosticText;
import dev.stepwright.validation.Validator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An expression, tried as the one field of a state: it is checked and evaluated as in any machine, with the same words where it fails.
 *
 * @param text the expression; JSONata with or without {@code {% %}}
 * @param isJsonata whether it is JSONata, else a path or an intrinsic function
 * @param variables what is assigned before, by name
 * @param result what the state has as its result; null if it has none
 */
record TriedExpression(
        String text,
        boolean isJsonata,
        Map<String, JsonNode> variables,
        @Nullable JsonNode result) {
    private static final String STATE = "Expression";
    private static final String PREFIX =
            "An error occurred while executing the state '" + STATE + "' (entered at the event id #";

    /** Tells by its beginning whether a text is a path or an intrinsic function; everything else is JSONata. */
    static boolean looksLikeJsonPath(String text) {
        return text.equals("$") || Stream.of("$.", "$[", "$$", "States.").anyMatch(text::startsWith);
    }

    /**
     * Returns what the expression gives.
     *
     * @param input what the state takes
     * @throws Refusal if it is not allowed or fails
     */
    JsonNode evaluate(String input) throws Refusal {
        AslDocument document = AslDocument.parse("expression", machine());
        List<Diagnostic> found = Validator.validate(document).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!found.isEmpty()) {
            DiagnosticText source = DiagnosticText.of(document.name(), document.text());
            throw new Refusal(found.stream()
                    .map(finding -> inWords(finding, source))
                    .distinct()
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        TestRun<JsonNode> run = run(document, input);
        if (run.status() != ExecutionStatus.SUCCEEDED) {
            throw new Refusal(
                    run.error() + System.lineSeparator() + withoutPrefix(Objects.requireNonNullElse(run.cause(), "")));
        }
        return isJsonata ? run.output() : run.output().path("value");
    }

    private TestRun<JsonNode> run(AslDocument document, String input) throws Refusal {
        try {
            return TestMachine.of(document.definition(), stubs())
                    .startingAt(Instant.now())
                    .runJson(input);
        } catch (InvalidDefinitionException e) {
            throw new Refusal(e.problems().stream().map(Problem::message).collect(Collectors.joining("; ")));
        }
    }

    /** Returns a machine with one state, whose expression stands alone on a line: so findings show it, and nothing else. */
    private String machine() {
        String alone = System.lineSeparator()
                + JsonText.quote(isJsonata && !text.startsWith("{%") ? "{% " + text + " %}" : text)
                + System.lineSeparator();
        String field = isJsonata
                ? "\"QueryLanguage\": \"JSONata\", \"Output\": " + alone
                : (result == null ? "\"Parameters\"" : "\"ResultSelector\"") + ": {\"value.$\": " + alone + "}";
        String type = result == null
                ? "\"Type\": \"Pass\""
                : "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::aws-sdk:sts:getCallerIdentity\"";
        ObjectNode assigned = JsonNodeFactory.instance.objectNode();
        variables.forEach(assigned::set);
        String before = variables.isEmpty()
                ? ""
                : "\"Variables\": {\"Type\": \"Pass\", \"Assign\": " + JsonText.compact(assigned) + ", \"Next\": \""
                        + STATE + "\"}, ";
        return "{\"StartAt\": \"" + (variables.isEmpty() ? STATE : "Variables") + "\", \"States\": {" + before + "\""
                + STATE + "\": {" + type + ", " + field + ", \"End\": true}}}";
    }

    private Stubs stubs() {
        ObjectNode stubs = JsonNodeFactory.instance.objectNode();
        if (result != null) {
            stubs.putObject(STATE).set("Return", result);
        }
        return Stubs.parse(JsonText.compact(stubs)).unchecked();
    }

    private static String inWords(Diagnostic finding, DiagnosticText source) {
        return Stream.concat(
                        Stream.of("[" + finding.rule() + "] " + finding.message()),
                        source.withSource(finding).lines().skip(1))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String withoutPrefix(String cause) {
        int end = cause.indexOf("). ");
        return cause.startsWith(PREFIX) && end > 0 ? cause.substring(end + 3) : cause;
    }
}
