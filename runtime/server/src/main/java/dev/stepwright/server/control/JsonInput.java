package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON texts that come as members of requests. */
final class JsonInput {
    /** AWS shows the text in some messages. Decimals keep their digits, as they do in what functions give. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonInput() {}

    /**
     * Reads the input of an execution.
     *
     * @throws ApiError {@code InvalidExecutionInput}
     */
    static JsonNode execution(String text) {
        return read(text, "InvalidExecutionInput", "Invalid State Machine Execution Input", "Invalid execution input.");
    }

    /**
     * Reads the output of a task.
     *
     * @throws ApiError {@code InvalidOutput}
     */
    static JsonNode output(String text) {
        return read(text, "InvalidOutput", "Invalid Output", "Invalid output.");
    }

    private static JsonNode read(String text, String code, String prefix, String problem) {
        try {
            JsonNode value = MAPPER.readTree(text);
            if (value == null || value.isMissingNode()) {
                throw ApiError.of(code, prefix + ": '" + problem + "'");
            }
            return value;
        } catch (DatabindException e) {
            throw ApiError.of(code, prefix + ": 'more text follows after the end of the value'");
        } catch (JacksonException e) {
            throw ApiError.of(code, prefix + ": '" + inTheWordsOfAws(e) + "'");
        }
    }

    /** AWS uses an older Jackson, which says field where the present one says property. */
    private static String inTheWordsOfAws(JacksonException problem) {
        return String.valueOf(problem.getOriginalMessage()).replace("property name", "field name");
    }
}
