package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The {@code ItemReader} of a distributed Map state. */
record Reading(Rest reader, Distributed.Types types, QueryLanguage language) {
    private static final String GET = "arn:aws:states:::s3:getObject";
    private static final String LIST = "arn:aws:states:::s3:listObjectsV2";
    private static final Set<String> DELIMITERS = Set.of("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB");

    static String arguments(QueryLanguage language) {
        return language == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
    }

    /** Returns the type of the items, if they have one of the DSL's own. */
    static Optional<String> itemType(JsonNode reader) {
        JsonNode config = reader.path("ReaderConfig");
        if (config.has("InputType")) {
            return Optional.empty();
        }
        return reader.path("Resource").asString("").equals(LIST)
                ? Optional.of(Records.OBJECT)
                : Optional.of(Records.INVENTORY)
                        .filter(type -> config.path("ManifestType").asString("").equals("S3_INVENTORY"));
    }

    /** Returns it as a call; empty if no call writes the same. */
    Optional<Code> code() {
        boolean lists = reader.takeString("Resource", LIST::equals).isPresent();
        if (!lists && reader.takeString("Resource", GET::equals).isEmpty()) {
            return Optional.empty();
        }
        Rest config = reader.takeFields("ReaderConfig");
        Optional<Code> limit = config.takeNumber("MaxItems", 0, language);
        boolean formatted = config.has("InputType");
        Optional<Code> format = format(config);
        if (formatted && format.isEmpty()) {
            return Optional.empty();
        }
        Rest place = reader.takeFields(arguments(language));
        List<Code> texts = texts(place, lists ? List.of("Bucket", "Prefix") : List.of("Bucket", "Key", "VersionId"));
        List<Code> arguments = new ArrayList<>();
        format.ifPresent(arguments::add);
        arguments.addAll(texts);
        Optional<String> word = lists ? list(texts.size(), formatted, config) : get(texts.size(), formatted, config);
        return word.filter(name -> config.isEmpty() && place.isEmpty()).map(name -> {
            String witness = types.input() + (formatted ? ", " + types.item() : "");
            Code code = new Code.Call("ItemReader.<" + witness + ">" + name, arguments);
            return limit.<Code>map(number -> code.then(Code.call("maxItems", number)))
                    .orElse(code);
        });
    }

    /** Takes texts up to the first that is not there. */
    private List<Code> texts(Rest place, List<String> fields) {
        List<Code> texts = new ArrayList<>();
        for (String field : fields) {
            Optional<Code> text = place.takeText(field, language);
            if (text.isEmpty()) {
                break;
            }
            texts.add(text.get());
        }
        return texts;
    }

    private static Optional<String> list(int places, boolean formatted, Rest config) {
        if (formatted) {
            return config.takeString("Transformation", "LOAD_AND_FLATTEN"::equals)
                    .filter(found -> places == 2)
                    .map(found -> "contents");
        }
        return places > 0 ? Optional.of("list") : Optional.empty();
    }

    private static Optional<String> get(int places, boolean formatted, Rest config) {
        Optional<String> manifest = config.takeString("ManifestType");
        if (places == 2 && manifest.isPresent()) {
            return manifest.get().equals("ATHENA_DATA") && formatted
                    ? Optional.of("athenaData")
                    : manifest.filter(found -> found.equals("S3_INVENTORY") && !formatted)
                            .map(found -> "inventory");
        }
        if (!formatted || manifest.isPresent()) {
            return Optional.empty();
        }
        return places == 2
                ? Optional.of("object")
                : Optional.of("objectVersion").filter(word -> places == 3);
    }

    private Optional<Code> format(Rest config) {
        Code item = Expressions.literal(types.item());
        return config.takeString("InputType").flatMap(input -> switch (input) {
            case "CSV" -> csv(config, Code.call("ItemFormat.csv", item));
            case "JSON" -> {
                Code json = Code.call("ItemFormat.json", item);
                yield Optional.of(config.takeString("ItemsPointer", Reading::isPointer)
                        .<Code>map(pointer -> json.then(Code.call("itemsAt", Literals.string(pointer))))
                        .orElse(json));
            }
            case "JSONL" -> Optional.of(Code.call("ItemFormat.jsonLines", item));
            case "PARQUET" -> Optional.of(Code.call("ItemFormat.parquet", item));
            default -> Optional.empty();
        });
    }

    private static boolean isPointer(String text) {
        return text.isEmpty() || text.startsWith("/");
    }

    private static Optional<Code> csv(Rest config, Code start) {
        Optional<Code> headed = config.takeString("CSVHeaderLocation").flatMap(location -> switch (location) {
            case "FIRST_ROW" -> Optional.of(start);
            case "GIVEN" ->
                config.take("CSVHeaders", Reading::areTexts).map(names -> {
                    List<Code> headers = names.valueStream()
                            .map(name -> Literals.string(name.stringValue()))
                            .toList();
                    return start.then(new Code.Call("headers", headers));
                });
            default -> Optional.empty();
        });
        Optional<String> delimiter = config.takeString("CSVDelimiter", DELIMITERS::contains);
        return headed.map(code -> delimiter
                .<Code>map(name -> code.then(Code.call("delimiter", Code.word("CsvFormat.Delimiter." + name))))
                .orElse(code));
    }

    private static boolean areTexts(JsonNode value) {
        return value.isArray() && value.valueStream().allMatch(JsonNode::isString);
    }
}
