package dev.stepwright.codegen.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import tools.jackson.databind.json.JsonMapper;

/** The ways in which generated classes are read and written. */
enum Mapper {
    ENGINE {
        @Override
        Object read(String json, Class<?> type) {
            return JavaValues.fromJson(JsonDocument.parse(json).root(), type);
        }

        @Override
        String write(Object value) {
            return JavaValues.toJson(value).toString();
        }
    },
    JACKSON_3 {
        private final JsonMapper mapper = JsonMapper.builder().build();

        @Override
        Object read(String json, Class<?> type) {
            return mapper.readValue(json, type);
        }

        @Override
        String write(Object value) {
            return mapper.writeValueAsString(value);
        }
    },
    JACKSON_2 {
        private final ObjectMapper mapper = new ObjectMapper()
                .registerModule(new Jdk8Module())
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

        @Override
        Object read(String json, Class<?> type) throws Exception {
            return mapper.readValue(json, type);
        }

        @Override
        String write(Object value) throws Exception {
            return mapper.writeValueAsString(value);
        }
    };

    abstract Object read(String json, Class<?> type) throws Exception;

    abstract String write(Object value) throws Exception;
}
