package dev.stepwright.server.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stepwright.json.JsonText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** Members as Task states name them, in PascalCase, and as the API names them. */
final class PascalJson {
    /** Members that the API has as text; AWS writes a value that is none as JSON. */
    private static final Set<String> TEXTS = Set.of("Input", "Output", "Definition", "Context", "Variables");

    private static final JsonMapper WITH_ISO_TIMES = mapper(new IsoTime());
    private static final JsonMapper WITH_EPOCH_TIMES = mapper(new EpochTime());

    private PascalJson() {}

    private static JsonMapper mapper(StdSerializer<Instant> times) {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule().addSerializer(Instant.class, times))
                .build();
    }

    /** Returns an answer as SDK integrations give it: times as ISO 8601. */
    static ObjectNode ofSdk(Record answer) {
        return WITH_ISO_TIMES.valueToTree(answer);
    }

    /** Returns an answer as the optimized integration gives it: times in milliseconds since 1970, members in alphabetical order. */
    static ObjectNode optimized(Record answer) {
        ObjectNode node = WITH_EPOCH_TIMES.valueToTree(answer);
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        members.forEach(sorted::set);
        return sorted;
    }

    /** Returns parameters as the body of a request; what is null is not sent. */
    static JsonNode request(JsonNode parameters) {
        if (parameters.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            parameters.forEach(element -> elements.add(request(element)));
            return elements;
        }
        if (!parameters.isObject()) {
            return parameters;
        }
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        parameters.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (!value.isNull() && !name.isEmpty()) {
                members.set(
                        apiName(name),
                        TEXTS.contains(name) && !value.isString()
                                ? JsonNodeFactory.instance.stringNode(JsonText.compact(value))
                                : request(value));
            }
        });
        return members;
    }

    /** Returns what the API calls a member. */
    static String apiName(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static final class IsoTime extends StdSerializer<Instant> {
        private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                        "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);

        IsoTime() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(FORMAT.format(value));
        }
    }

    private static final class EpochTime extends StdSerializer<Instant> {
        EpochTime() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(value.toEpochMilli());
        }
    }
}
