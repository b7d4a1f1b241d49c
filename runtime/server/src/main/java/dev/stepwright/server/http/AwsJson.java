package dev.stepwright.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stepwright.server.api.ApiError;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** JSON as AWS JSON 1.0 writes it: absent members left out, times as seconds since 1970 with milliseconds. */
final class AwsJson {
    static final String CONTENT_TYPE = "application/x-amz-json-1.0";

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().build())
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(Instant.class, new EpochSeconds()))
            .build();

    private AwsJson() {}

    /**
     * Reads a body; an empty one is an empty object.
     *
     * @throws ApiError {@code SerializationException} if it is not JSON
     */
    static JsonNode read(byte[] body) {
        if (body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw ApiError.serialization("The request body is not one JSON document: "
                    + e.getOriginalMessage().replaceFirst(" \\(start marker at .*", ""));
        }
    }

    static byte[] write(Record answer) {
        return MAPPER.writeValueAsBytes(answer);
    }

    static byte[] write(ApiError error) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("__type", error.type());
        body.put("message", String.valueOf(error.getMessage()));
        error.members().forEach(body::put);
        return MAPPER.writeValueAsBytes(body);
    }

    private static final class EpochSeconds extends StdSerializer<Instant> {
        EpochSeconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(BigDecimal.valueOf(value.toEpochMilli(), 3));
        }
    }
}
