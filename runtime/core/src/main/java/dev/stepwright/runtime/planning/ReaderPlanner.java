package dev.stepwright.runtime.planning;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.items.CsvLayout;
import dev.stepwright.runtime.items.ItemFormat;
import dev.stepwright.runtime.items.ObjectNames;
import dev.stepwright.runtime.plan.ReaderPlan;
import dev.stepwright.runtime.task.TaskResource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Compiles {@code ItemReader}. */
final class ReaderPlanner {
    private static final Map<String, Character> DELIMITERS =
            Map.of("COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "SPACE", ' ', "TAB", '\t');

    private ReaderPlanner() {}

    static @Nullable ReaderPlan plan(Fields state, boolean iteratesObjects) {
        JsonNode json = state.value("ItemReader");
        if (json == null || !json.isObject()) {
            return null;
        }
        Fields reader = state.inside("ItemReader");
        String resource = reader.string("Resource");
        if (resource == null) {
            reader.problem("Resource", "ItemReader must have a Resource, the ARN of what reads, found none");
            return null;
        }
        Expression parameters = reader.template(reader.isJsonata() ? "Arguments" : "Parameters");
        Fields config = reader.inside("ReaderConfig");
        ItemFormat format = format(config, resource, iteratesObjects);
        ObjectNames.Kind names = names(config);
        return new ReaderPlan(
                TaskResource.parse(resource),
                parameters == null ? Bindings::input : parameters,
                format,
                names == null ? null : new ObjectNames(names, format),
                Numbers.of(config, "MaxItems", Numbers.Range.INTEGER));
    }

    private static ItemFormat format(Fields config, String resource, boolean iteratesObjects) {
        String pointer = config.string("ItemsPointer");
        return new ItemFormat(
                type(config, resource),
                csv(config),
                pointer == null ? null : config.attempt("ItemsPointer", () -> JsonPointer.compile(pointer)),
                iteratesObjects);
    }

    /** The input type MANIFEST is the older way to say S3_INVENTORY. */
    private static ObjectNames.@Nullable Kind names(Fields config) {
        if ("LOAD_AND_FLATTEN".equals(config.string("Transformation"))) {
            return ObjectNames.Kind.LISTING;
        }
        String manifest = config.string("ManifestType");
        if (manifest == null) {
            return "MANIFEST".equals(config.string("InputType")) ? ObjectNames.Kind.INVENTORY : null;
        }
        if (manifest.equals("S3_INVENTORY")) {
            return ObjectNames.Kind.INVENTORY;
        }
        if (!manifest.equals("ATHENA_DATA")) {
            config.mustBe("ManifestType", "ATHENA_DATA or S3_INVENTORY");
        }
        return ObjectNames.Kind.ATHENA;
    }

    private static ItemFormat.Type type(Fields config, String resource) {
        String type = config.string("InputType");
        if (type == null) {
            return resource.contains("listObjects") ? ItemFormat.Type.LIST : ItemFormat.Type.JSON;
        }
        return switch (type) {
            case "CSV" -> ItemFormat.Type.CSV;
            case "JSON", "MANIFEST" -> ItemFormat.Type.JSON;
            case "JSONL" -> ItemFormat.Type.JSONL;
            case "PARQUET" -> ItemFormat.Type.PARQUET;
            default -> {
                config.mustBe("InputType", "CSV, JSON, JSONL, MANIFEST or PARQUET");
                yield ItemFormat.Type.JSON;
            }
        };
    }

    private static CsvLayout csv(Fields config) {
        String name = config.string("CSVDelimiter");
        Character delimiter = name == null ? Character.valueOf(',') : DELIMITERS.get(name);
        if (delimiter == null) {
            config.mustBe("CSVDelimiter", "COMMA, PIPE, SEMICOLON, SPACE or TAB");
            return CsvLayout.DEFAULT;
        }
        return new CsvLayout(delimiter, headers(config));
    }

    private static @Nullable List<String> headers(Fields config) {
        if (!"GIVEN".equals(config.string("CSVHeaderLocation"))) {
            return null;
        }
        JsonNode headers = config.value("CSVHeaders");
        if (headers == null || !headers.isArray()) {
            config.mustBe("CSVHeaders", "an array of the names of the columns, since CSVHeaderLocation is \"GIVEN\"");
            return List.of();
        }
        return headers.valueStream().map(header -> header.asString("")).toList();
    }
}
