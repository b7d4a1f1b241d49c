package dev.stepwright.runtime.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.spi.json.Jackson3JsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.Jackson3MappingProvider;
import dev.stepwright.expression.FilterOperator;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.time.Chance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Jayway's library, whose dialect the service has, is the second opinion on generated paths and documents. Not asked are its
 * operators on lists, which fail on nested lists.
 */
class JaywayAgreementTest {
    private static final int CASES = 15_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] STEPS = {
        ".a",
        ".b",
        ".c",
        ".a",
        ".b",
        "['a']",
        "[0]",
        "[1]",
        "[-1]",
        "[*]",
        ".*",
        "[0,1]",
        "[0:2]",
        "[1:]",
        "[:-1]",
        "[-2:]",
        "..a",
        "..b",
        "..*",
        "['a','b']",
        "[?(@.a)]",
        "[?(@.a == 1)]",
        "[?(@.a != 1)]",
        "[?(@.b < 3)]",
        "[?(@.b >= 'x')]",
        "[?(@.a == @.b)]",
        "[?(@.a in [1,'x',null])]",
        "[?(@.a nin [1,2])]",
        "[?(!@.c)]",
        "[?(@.a == 1 || @.b == 2 && @.c)]",
        "[?(@.a == 'x')]",
        "[?(@.a == null)]",
        "[?(@.c == $.c)]",
        "[?(@.a == true)]",
        "[?(@.a[0] == 1)]",
        "[?(@.a size 2)]",
        "[0:-1]",
        "[-2:2]",
        "[?(@.a[1])]",
        "[?(@.a[*])]",
        "[?(@.a[*].b)]",
        "[?(@.a[?(@.b == 1)])]",
        "[?(@..b)]",
        "[?($.b)]",
        "[?(!@.a == 1)]",
        "[?(@.a IN [1,'x'])]",
        "[?(@.a[0] == null)]"
    };
    private static final Configuration JAYWAY = Configuration.builder()
            .jsonProvider(new Jackson3JsonNodeJsonProvider())
            .mappingProvider(new Jackson3MappingProvider())
            .build();

    @Test
    void generated_paths_find_what_jayway_finds() {
        long seed = 20260131;
        Random random = new Random(seed);
        int found = 0;
        for (int i = 0; i < CASES; i++) {
            JsonNode document = value(random, 4);
            String path = path(random);
            String ours = ours(path, document);
            String theirs = theirs(path, document);
            assertThat(ours)
                    .as("seed %s, case %s: %s in %s", seed, i, path, document)
                    .isEqualTo(theirs);
            found += theirs.startsWith("value") ? 1 : 0;
        }
        assertThat(found).isGreaterThan(CASES / 10);
    }

    /** Not asked is {@code all}, which never holds there, and whether an object is empty, where the library fails. */
    @Test
    void every_comparison_of_two_values_holds_where_jayway_says_so() {
        JsonNode values = JsonDocument.parse("""
                {"one": 1, "oneAgain": 1.0, "two": 2, "half": 2.5, "oneText": "1", "padded": "01", "blank": "", "text": "x", "texts": "xy",
                 "true": true, "false": false, "trueText": "true", "null": null, "none": [], "ones": [1], "oneTexts": ["1"],
                 "paddeds": ["01"], "several": [1, 2.5, "x", null], "object": {"a": 1}}""").root();
        List<String> names = new ArrayList<>(values.propertyNames());
        names.add("gone");
        for (FilterOperator operator : EnumSet.complementOf(EnumSet.of(FilterOperator.ALL, FilterOperator.MATCHES))) {
            for (String left : names) {
                for (String right : names) {
                    if (operator == FilterOperator.EMPTY && left.equals("object")) {
                        continue;
                    }
                    String path = "$[?(@.%s %s @.%s)]".formatted(left, operator.symbol(), right);
                    assertThat(ours(path, values)).as(path).isEqualTo(theirs(path, values));
                }
            }
        }
    }

    private static String ours(String path, JsonNode document) {
        Source source = JsonPathExpressions.source(JsonPath.parse(path));
        Bindings bindings = new Bindings(
                document, () -> document, name -> null, null, null, new Chance(new UUID(1, 2)), Instant.EPOCH);
        JsonNode value = source.find(bindings);
        if (value == null && source.isBehindEnd(bindings)) {
            return "value null";
        }
        return value == null ? "miss " + words(source.miss(bindings)) : "value " + JsonText.compact(value);
    }

    /** The service gives an empty array where the library misses a parent of several places. */
    private static String theirs(String path, JsonNode document) {
        com.jayway.jsonpath.JsonPath compiled = com.jayway.jsonpath.JsonPath.compile(withoutNulls(path));
        try {
            @Nullable JsonNode value = compiled.read(document, JAYWAY);
            return "value " + (value == null ? "null" : JsonText.compact(value));
        } catch (com.jayway.jsonpath.JsonPathException e) {
            return compiled.isDefinite() ? "miss " + words(String.valueOf(e.getMessage())) : "value []";
        }
    }

    /** A null exists for the library, not for the service; whether it exists is asked of the element, even by {@code $}. */
    private static String withoutNulls(String path) {
        return path.replace("[?(@.a)]", "[?(@.a && @.a != null)]")
                .replace("[?(!@.c)]", "[?(!@.c || @.c == null)]")
                .replace("&& @.c)]", "&& @.c && @.c != null)]")
                .replace("[?(@.a[1])]", "[?(@.a[1] && @.a[1] != null)]")
                .replace("[?($.b)]", "[?($.b && @.b != null)]");
    }

    /** The service has the words of an earlier version of the library where a name meets something that is no object. */
    private static String words(String text) {
        return text.replaceFirst(
                "(?s)^Expected to find an object with property (.*) in path (.*) but found.*",
                "Property $1 not found in path $2");
    }

    /** Behind {@code ..*} the library loses what is in arrays; behind several names the service finds nothing. */
    private static String path(Random random) {
        StringBuilder path = new StringBuilder("$");
        for (int steps = 1 + random.nextInt(4);
                steps > 0 && path.indexOf("..*") < 0 && path.indexOf("','") < 0;
                steps--) {
            path.append(STEPS[random.nextInt(STEPS.length)]);
        }
        return path.toString();
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 10)) {
            case 0 -> NODES.numberNode(1 + random.nextInt(3));
            case 1 -> NODES.stringNode(random.nextBoolean() ? "x" : "xy");
            case 2 -> NODES.nullNode();
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> NODES.numberNode(1.5);
            case 5, 6 -> array(random, depth);
            default -> object(random, depth);
        };
    }

    private static JsonNode array(Random random, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int size = random.nextInt(4); size > 0; size--) {
            array.add(value(random, depth - 1));
        }
        return array;
    }

    private static JsonNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (String name : new String[] {"a", "b", "c"}) {
            if (random.nextInt(3) > 0) {
                object.set(name, value(random, depth - 1));
            }
        }
        return object;
    }
}
