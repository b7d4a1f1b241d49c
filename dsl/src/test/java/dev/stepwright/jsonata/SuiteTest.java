package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.json.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class SuiteTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FOLDER =
            Path.of(System.getProperty("stepwright.shared", "../shared"), "conformance", "jsonata");

    @Test
    void every_case_of_the_official_suite_has_its_expected_outcome() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no suite at " + FOLDER.toAbsolutePath());
        JsonNode datasets = JSON.readTree(Files.readString(FOLDER.resolve("datasets.json")));
        LineProtocol protocol = new LineProtocol(FunctionLibrary.standard());
        List<String> wrong = new ArrayList<>();
        int count = 0;

        for (JsonNode testCase : cases()) {
            count++;
            JsonNode answer = JSON.readTree(protocol.answer(request(testCase, datasets)));
            if (!isExpected(answer, testCase)) {
                wrong.add(testCase.get("id").stringValue() + "  " + testCase.get("expr") + "\n    expected "
                        + testCase.get("expect") + "\n    but was  " + answer);
            }
        }

        assertThat(String.join("\n", wrong)).as(wrong.size() + " of " + count).isEmpty();
        assertThat(count).isGreaterThan(500);
    }

    private static List<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("cases"))) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    cases.add(JSON.readTree(line));
                }
            }
        }
        return cases;
    }

    private static String request(JsonNode testCase, JsonNode datasets) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("expr", testCase.get("expr"));
        if (testCase.has("dataset")) {
            request.set("input", datasets.get(testCase.get("dataset").stringValue()));
        } else if (testCase.has("data")) {
            request.set("input", testCase.get("data"));
        }
        for (String name : List.of("bindings", "timelimit", "depth")) {
            if (testCase.has(name)) {
                request.set(name, testCase.get(name));
            }
        }
        return request.toString();
    }

    private static boolean isExpected(JsonNode answer, JsonNode testCase) {
        JsonNode expected = testCase.get("expect");
        if (expected.has("error")) {
            JsonNode error = expected.get("error");
            return answer.path("error").path("code").equals(error.get("code"))
                    && (!error.has("token")
                            || answer.path("error").path("token").equals(error.get("token")))
                    && (!error.has("message")
                            || answer.path("error").path("message").equals(error.get("message")));
        }
        if (expected.has("undefined")) {
            return answer.has("undefined");
        }
        JsonNode result = answer.get("result");
        if (result == null) {
            return false;
        }
        return testCase.path("unordered").asBoolean(false)
                ? sorted(result).equals(sorted(expected.get("result")))
                : JsonValues.equal(result, expected.get("result"));
    }

    private static List<String> sorted(JsonNode array) {
        TreeSet<String> texts = new TreeSet<>();
        array.forEach(item -> texts.add(item.toString()));
        return List.copyOf(texts);
    }
}
