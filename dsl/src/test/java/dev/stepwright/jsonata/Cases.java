package dev.stepwright.jsonata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The case files of these tests and, where it is there, the official suite. */
final class Cases {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final Path SHARED = Path.of(System.getProperty("stepwright.shared", "../shared"));

    private Cases() {}

    static List<JsonNode> all() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        for (String name : List.of("paths", "operators", "functions", "language")) {
            for (String line : read(name + ".jsonl").split("\n")) {
                cases.add(JSON.readTree(line));
            }
        }
        return cases;
    }

    static JsonNode input() throws IOException {
        return JSON.readTree(read("input.json"));
    }

    static String request(String expression) throws IOException {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("expr", expression);
        request.set("input", input());
        return request.toString();
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Cases.class.getResourceAsStream("/cases/jsonata/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the expressions of the case files, of the suite and of the definitions under shared. */
    static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (JsonNode testCase : all()) {
            expressions.add(testCase.get("expr").stringValue());
        }
        for (String folder : List.of("conformance", "corpus")) {
            Path root = SHARED.resolve(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        collect(file, expressions);
                    }
                }
            }
        }
        return expressions;
    }

    private static void collect(Path file, List<String> expressions) throws IOException {
        if (file.toString().endsWith(".jsonl")) {
            for (String line : Files.readAllLines(file)) {
                JsonNode expression = JSON.readTree(line).path("expr");
                if (expression.isString()) {
                    expressions.add(expression.stringValue());
                }
            }
        } else if (file.toString().endsWith(".json")) {
            try {
                collect(JSON.readTree(Files.readString(file)), expressions);
            } catch (tools.jackson.core.JacksonException notJson) {
                // Some files of the corpus are wrong on purpose.
            }
        }
    }

    private static void collect(JsonNode node, List<String> expressions) {
        if (node.isString()) {
            String text = node.stringValue().strip();
            if (text.startsWith("{%") && text.endsWith("%}") && text.length() > 4) {
                expressions.add(text.substring(2, text.length() - 2).strip());
            }
        }
        node.forEach(child -> collect(child, expressions));
    }
}
