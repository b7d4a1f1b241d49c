package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Random schemas, each with random values near it, and JSON Schema itself as the judge: what it allows is read and written back equal,
 * by every mapper; what it refuses by a keyword that generated types check is refused. {@code -Dstepwright.schemas.seeds=10000
 * -Dstepwright.schemas.first=1} runs others.
 */
class RandomSchemasTest {
    private static final int SEEDS = Integer.getInteger("stepwright.schemas.seeds", 100);
    private static final long FIRST = Long.getLong("stepwright.schemas.first", 1);
    private static final int BATCH = 250;
    private static final int VALUES = 12;

    /** What generated types check, as docs/maven-plugin.md says; a choice of which two take the value is not among it. */
    private static final Set<String> CHECKED = Set.of(
            "type",
            "required",
            "enum",
            "const",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "uniqueItems",
            "additionalProperties",
            "items",
            "minProperties",
            "maxProperties",
            "anyOf");

    private final List<String> problems = new ArrayList<>();
    private int schemas;
    private int read;
    private int refused;

    @Test
    void a_type_takes_and_gives_back_what_its_schema_allows_and_refuses_what_it_refuses(@TempDir Path directory) {
        for (long first = FIRST; first < FIRST + SEEDS; first += BATCH) {
            check(first, Math.min(first + BATCH, FIRST + SEEDS), directory);
        }

        System.out.printf("%d random schemas, %d values read and written back, %d refused%n", schemas, read, refused);
        assertThat(problems).isEmpty();
        assertThat(schemas).isGreaterThan(SEEDS * 2 / 3);
        assertThat(read).isGreaterThan(SEEDS * 8);
        assertThat(refused).isGreaterThan(SEEDS / 3);
    }

    private void check(long first, long end, Path directory) {
        List<RandomCase> cases = LongStream.range(first, end)
                .mapToObj(seed -> RandomCase.of(seed, directory))
                .toList();
        List<RandomCase> made = new ArrayList<>();
        for (RandomCase each : cases) {
            if (each.errors().isEmpty() && each.hasType()) {
                made.add(each);
            } else if (!each.isContradictory()) {
                problems.add(each + " is not generated: " + each.errors());
            }
        }
        Compiled compiled =
                Compiled.of(made.stream().flatMap(each -> each.files().stream()).toList());
        for (RandomCase each : made) {
            schemas++;
            checkValues(each, compiled.type(each.type()));
        }
    }

    private void checkValues(RandomCase each, Class<?> type) {
        for (JsonNode value : each.values(VALUES)) {
            if (value.isNull()) {
                continue; // Jackson gives null for null, whatever the type of the whole
            }
            List<Error> errors = each.judge().validate(value);
            for (Mapper mapper : Mapper.values()) {
                if (mapper == Mapper.JACKSON_2 && each.holdsAnyValue()) {
                    continue;
                }
                if (errors.isEmpty()) {
                    checkTaken(each, mapper, type, value);
                } else if (mapper == Mapper.ENGINE
                        && !each.isWeaker()
                        && errors.stream()
                                .noneMatch(error -> error.getInstanceNode().isNull())
                        && errors.stream().allMatch(error -> CHECKED.contains(error.getKeyword()))) {
                    checkRefused(each, mapper, type, value, errors);
                }
            }
        }
    }

    private void checkTaken(RandomCase each, Mapper mapper, Class<?> type, JsonNode value) {
        try {
            String back = mapper.write(mapper.read(value.toString(), type));
            JsonNode given = JsonDocument.parse(back).root();
            boolean isWhole = each.hasChoice() || value.toString().contains(RandomValues.UNKNOWN)
                    ? isPart(given, value)
                    : JsonValues.equal(given, value);
            if (!isWhole) {
                problems.add(each + " " + mapper + " gives " + back + " for " + value);
            }
            read++;
        } catch (Exception e) {
            problems.add(each + " " + mapper + " refuses " + value + ": " + e.getMessage());
        }
    }

    /** Members that a schema does not name are left out where it says nothing of them, so also those that another alternative names. */
    private static boolean isPart(JsonNode given, JsonNode value) {
        if (given.isArray() && value.isArray() && given.size() == value.size()) {
            return IntStream.range(0, given.size()).allMatch(i -> isPart(given.get(i), value.get(i)));
        }
        return given.isObject() && value.isObject()
                ? given.propertyStream()
                        .allMatch(member ->
                                value.has(member.getKey()) && isPart(member.getValue(), value.get(member.getKey())))
                : JsonValues.equal(given, value);
    }

    private void checkRefused(RandomCase each, Mapper mapper, Class<?> type, JsonNode value, List<Error> errors) {
        try {
            Object taken = mapper.read(value.toString(), type);
            problems.add(each + " " + mapper + " takes as " + taken + " " + value + " in spite of " + errors);
        } catch (Exception e) {
            refused++;
            if (errors.stream().noneMatch(error -> isNamed(error, String.valueOf(e.getMessage())))) {
                problems.add(each + " " + mapper + " does not say where " + errors + " is, but " + e.getMessage());
            }
        }
    }

    /** Returns whether a message names the member that an error is about; below a choice it tells of each alternative only in short. */
    private static boolean isNamed(Error error, String message) {
        String member = error.getProperty();
        for (int i = error.getInstanceLocation().getNameCount() - 1; member == null && i >= 0; i--) {
            Object step = error.getInstanceLocation().getElement(i);
            member = step instanceof String name ? name : null;
        }
        return member == null || message.contains(member) || message.contains("this is no ");
    }
}
