package dev.stepwright.validation;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.json.JsonText;
import dev.stepwright.validation.machine.Field;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of definitions, made from the table of fields and from a text for each. */
final class AslSchema {
    static final Path DESCRIPTIONS = Path.of("src/test/resources/schema/descriptions.properties");

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("QueryLanguage", List.of("JSONPath", "JSONata")),
            Map.entry("Version", List.of("1.0")),
            Map.entry("JitterStrategy", List.of("NONE", "FULL")),
            Map.entry("Mode", List.of("INLINE", "DISTRIBUTED")),
            Map.entry("ExecutionType", List.of("STANDARD", "EXPRESS")),
            Map.entry("InputType", List.of("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST")),
            Map.entry("READER_CONFIG.Transformation", List.of("NONE", "LOAD_AND_FLATTEN")),
            Map.entry("ManifestType", List.of("ATHENA_DATA", "S3_INVENTORY")),
            Map.entry("CSVHeaderLocation", List.of("FIRST_ROW", "GIVEN")),
            Map.entry("CSVDelimiter", List.of("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB")),
            Map.entry("WRITER_CONFIG.Transformation", List.of("NONE", "COMPACT", "FLATTEN")),
            Map.entry("OutputType", List.of("JSON", "JSONL")));

    private final Properties descriptions = new Properties();
    private final TreeSet<String> unused;
    private final List<String> missing = new ArrayList<>();

    AslSchema() throws IOException {
        try (var reader = Files.newBufferedReader(DESCRIPTIONS)) {
            descriptions.load(reader);
        }
        unused = new TreeSet<>(descriptions.stringPropertyNames());
    }

    /** Returns fields without a text, once {@link #text} was called. */
    List<String> missing() {
        return missing;
    }

    /** Returns texts of no field, once {@link #text} was called. */
    TreeSet<String> unused() {
        return unused;
    }

    String text() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Amazon States Language")
                .put("$ref", "#/$defs/MACHINE");
        ObjectNode definitions = schema.putObject("$defs");
        state(definitions.putObject("STATE"));
        definitions
                .putObject("EXPRESSION")
                .put("type", "string")
                .put("description", description("EXPRESSION"))
                .put("pattern", "^\\{%[\\s\\S]*%\\}$");
        definitions
                .putObject("PLACEHOLDER")
                .put("type", "string")
                .put("description", description("PLACEHOLDER"))
                .put("pattern", "\\$\\{[^{}]*\\}|<[A-Z][A-Z0-9_-]*>|\\{\\{[^{}]*\\}\\}");
        for (Kind kind : Kind.values()) {
            if (kind != Kind.UNKNOWN_STATE) {
                object(kind, definitions.putObject(kind.name()));
            }
        }
        return JsonText.pretty(schema) + "\n";
    }

    /** Which fields a state has depends on its type; branches of {@code if} are what editors complete from. */
    private void state(ObjectNode state) {
        state.put("type", "object").put("description", description("STATE"));
        state.putArray("required").add("Type");
        ObjectNode type = state.putObject("properties").putObject("Type");
        type.put("description", description("Type"));
        Kind.STATE_TYPES.keySet().forEach(type.withArray("enum")::add);
        ArrayNode cases = state.putArray("allOf");
        Kind.STATE_TYPES.forEach((name, kind) -> {
            ObjectNode branch = cases.addObject();
            ObjectNode test = branch.putObject("if");
            test.putObject("properties").putObject("Type").put("const", name);
            test.putArray("required").add("Type");
            branch.putObject("then").put("$ref", "#/$defs/" + kind.name());
        });
    }

    private void object(Kind kind, ObjectNode object) {
        object.put("type", "object").put("description", description(kind.name()));
        List<String> required = Fields.of(kind).stream()
                .filter(field -> field.isRequired() && field.language() == null)
                .map(Field::name)
                .toList();
        if (!required.isEmpty()) {
            required.forEach(object.putArray("required")::add);
        }
        if (Fields.find(kind, "End").isPresent()) {
            ArrayNode ways = object.putArray("anyOf");
            ways.addObject().putArray("required").add("Next");
            ways.addObject().putArray("required").add("End");
        }
        ObjectNode properties = object.putObject("properties");
        Fields.of(kind).forEach(field -> field(kind, field, properties.putObject(field.name())));
        // A role may be told by an expression or template in its place, with names of its own.
        if (kind != Kind.CREDENTIALS) {
            object.put("additionalProperties", false);
        }
    }

    private void field(Kind kind, Field field, ObjectNode schema) {
        String language = field.language() == null
                ? ""
                : field.language() == QueryLanguage.JSONATA ? " (JSONata only)" : " (JSONPath only)";
        schema.put("description", description(kind, field.name()) + language);
        List<String> words = WORDS.getOrDefault(kind + "." + field.name(), WORDS.getOrDefault(field.name(), List.of()));
        if (field.name().equals("Type")) {
            schema.put("type", "string");
        } else if (field.name().equals("States")) {
            schema.put("type", "object");
            schema.putObject("propertyNames").put("minLength", 1).put("maxLength", 80);
            schema.putObject("additionalProperties").put("$ref", "#/$defs/STATE");
            schema.put("minProperties", 1);
        } else if (!words.isEmpty()) {
            ArrayNode either = schema.putArray("anyOf");
            words.forEach(either.addObject().putArray("enum")::add);
            if (field.name().equals("Version")) {
                // The service reads the number as its text, and so do the rules.
                either.addObject().put("const", 1.0);
            }
            either.addObject().put("$ref", "#/$defs/PLACEHOLDER");
        } else if (field.shape() != Shape.ANY
                || field.holds() != null
                || field.name().equals("End")) {
            value(field, schema);
        }
    }

    private static void value(Field field, ObjectNode schema) {
        ArrayNode either = schema.putArray("anyOf");
        ObjectNode own = either.addObject();
        switch (field.shape()) {
            case TEXT, TARGET, PATH -> own.put("type", "string");
            case OPTIONAL_PATH -> own.putArray("type").add("string").add("null");
            case ITEMS -> own.putArray("type").add("array").add("object");
            case INTEGER -> own.put("type", "integer");
            case NUMBER -> own.put("type", "number");
            case ARRAY -> own.put("type", "array");
            case OBJECT, ANY -> own.put("type", field.name().equals("End") ? "boolean" : "object");
            case BOOLEAN -> own.put("type", "boolean");
        }
        if (field.holds() != null) {
            ObjectNode target = field.shape() == Shape.ARRAY ? own.putObject("items") : own;
            target.put("$ref", "#/$defs/" + field.holds().name());
        }
        if (field.takesExpression()) {
            either.addObject().put("$ref", "#/$defs/EXPRESSION");
        }
        either.addObject().put("$ref", "#/$defs/PLACEHOLDER");
    }

    private String description(Kind kind, String field) {
        String own = kind + "." + field;
        return description(descriptions.containsKey(own) ? own : field);
    }

    private String description(String key) {
        unused.remove(key);
        String text = descriptions.getProperty(key, "").strip();
        if (text.isEmpty()) {
            missing.add(key);
        }
        return text;
    }
}
