package dev.stepwright.runtime.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.time.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs recordings of the real service that need no engine: a first state that is a Pass, or a Choice between Pass states.
 * The recordings are not part of this repository.
 */
class RecordedCasesTest {
    private static final Path CONFORMANCE =
            Path.of(System.getProperty("stepwright.shared", "../shared")).resolve("conformance");
    private static final List<String> FOLDERS = List.of(
            "cases/intrinsic_functions",
            "cases/choice_operators",
            "cases/evaluate_jsonata",
            "cases/reported",
            "test_state");

    private static final Pattern PREFIX = Pattern.compile(
            "^An error occurred while executing the state '[^']*' \\(entered at the event id #\\d+\\)\\. ");
    private static final Pattern WILDCARD = Pattern.compile("<\\?[^?]*\\?>");
    private static final JsonNode CONTEXT = JsonDocument.parse("""
            {"Execution": {"Id": "arn:aws:states:us-east-1:123456789012:execution:machine:name", "Name": "name"},
             "StateMachine": {"Id": "arn:aws:states:us-east-1:123456789012:stateMachine:machine", "Name": "machine"}}""").root();

    @TestFactory
    Stream<DynamicTest> a_recorded_state_does_what_the_service_did() throws IOException {
        assumeTrue(Files.isDirectory(CONFORMANCE), "no recordings at " + CONFORMANCE.toAbsolutePath());
        List<DynamicTest> tests = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(CONFORMANCE.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    Recording recording = recording(JsonDocument.read(file).root());
                    if (recording.isPlain()) {
                        tests.add(DynamicTest.dynamicTest(name, recording::check));
                    }
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(300);
        return tests.stream();
    }

    private static Recording recording(JsonNode file) {
        if (file.has("request")) {
            String input = file.path("request").path("input").asString("{}");
            JsonNode state = JsonDocument.parse(
                            file.path("request").path("definition").asString("{}"))
                    .root();
            ObjectNode states = JsonNodeFactory.instance.objectNode();
            states.set("S", state);
            return new Recording(
                    states,
                    state,
                    "",
                    JsonDocument.parse(input).root(),
                    file.path("expect").path("response"));
        }
        JsonNode definition = file.path("definition");
        JsonNode states = definition.path("States");
        JsonNode input = file.has("input") ? file.get("input") : JsonNodeFactory.instance.objectNode();
        JsonNode first = states.path(definition.path("StartAt").asString(""));
        return new Recording(states, first, definition.path("QueryLanguage").asString(""), input, file.path("expect"));
    }

    /** One state with its input and what became of it. */
    private record Recording(JsonNode states, JsonNode state, String language, JsonNode input, JsonNode expect) {
        boolean isPlain() {
            String type = state.path("Type").asString("");
            boolean succeeded = expect.path("status").asString("").equals("SUCCEEDED");
            boolean failed = expect.path("status").asString("").equals("FAILED");
            return (succeeded || failed)
                    && (type.equals("Pass") && !state.has("Next") && (states.size() == 1)
                            || type.equals("Choice") && !failed && state.has("Default"));
        }

        void check() {
            JsonNode output;
            try {
                output = state.path("Type").asString("").equals("Pass") ? pass() : choice();
            } catch (EvaluationFailure failure) {
                assertThat(failure.error())
                        .as("%s", failure.detail())
                        .isEqualTo(expect.path("error").asString("none"));
                String cause = PREFIX.matcher(expect.path("cause").asString(failure.detail()))
                        .replaceFirst("");
                assertThat(failure.detail()).matches(pattern(cause));
                return;
            }
            assertThat(expect.has("error"))
                    .as("failed at the service: %s", expect)
                    .isFalse();
            assertThat(matches(output, expect.get("output")))
                    .as("%s should be %s", JsonText.compact(output), JsonText.compact(expect.get("output")))
                    .isTrue();
        }

        private JsonNode pass() {
            if (state.path("QueryLanguage").asString(language).equals("JSONata")) {
                return state.has("Output")
                        ? JsonataExpressions.template(state.get("Output"), "Output")
                                .evaluate(bindings(input))
                        : input;
            }
            JsonNode selected = path("InputPath", input);
            JsonNode result = state.has("Parameters")
                    ? JsonPathExpressions.template(state.get("Parameters"), "Parameters")
                            .evaluate(bindings(selected))
                    : selected;
            if (state.has("Result")) {
                result = state.get("Result");
            }
            JsonNode combined = JsonPathExpressions.resultPath(
                            state.path("ResultPath").asString("$"))
                    .insert(input, result);
            return path("OutputPath", combined);
        }

        private JsonNode path(String field, JsonNode from) {
            return JsonPathExpressions.path(state.path(field).asString("$"), field)
                    .evaluate(bindings(from));
        }

        private JsonNode choice() {
            for (JsonNode rule : state.get("Choices")) {
                Condition condition = rule.has("Condition")
                        ? Conditions.jsonata(rule.get("Condition"), "Condition")
                        : Conditions.jsonPath(rule);
                if (condition.test(bindings(input))) {
                    return next(rule.get("Next"));
                }
            }
            return next(state.get("Default"));
        }

        /** A Choice is recorded by the Result of the Pass state behind it, or by the name of that state. */
        private JsonNode next(JsonNode name) {
            JsonNode state = states.path(name.asString(""));
            return state.has("Result") ? state.get("Result") : input;
        }

        private Bindings bindings(JsonNode from) {
            ObjectNode context = (ObjectNode) CONTEXT.deepCopy();
            ((ObjectNode) context.get("Execution")).set("Input", input);
            return new Bindings(
                    from,
                    () -> context,
                    name -> null,
                    null,
                    null,
                    new Chance(new UUID(1, 2)),
                    Instant.parse("2026-01-31T10:00:00.123Z"));
        }

        private static boolean matches(JsonNode value, JsonNode expected) {
            if (expected.isString() && WILDCARD.matcher(expected.stringValue()).find()) {
                String whole = WILDCARD.matcher(expected.stringValue()).replaceAll("");
                return whole.isEmpty()
                        || value.isString() && value.stringValue().matches(pattern(expected.stringValue()));
            }
            if (value.isObject() && expected.isObject() && value.size() == expected.size()) {
                for (Map.Entry<String, JsonNode> member : expected.properties()) {
                    if (!value.has(member.getKey()) || !matches(value.get(member.getKey()), member.getValue())) {
                        return false;
                    }
                }
                return true;
            }
            return JsonValues.equal(value, expected);
        }

        private static String pattern(String text) {
            StringBuilder out = new StringBuilder("(?s)");
            int at = 0;
            var matcher = WILDCARD.matcher(text);
            while (matcher.find()) {
                out.append(Pattern.quote(text.substring(at, matcher.start()))).append(".*");
                at = matcher.end();
            }
            return out.append(Pattern.quote(text.substring(at))).toString();
        }
    }
}
