package dev.stepwright.runtime.evaluate.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.json.JsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Paths that would take all time end at the budget of the search. */
class HostilePathTest {
    private static final int LIMIT = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$..*..*..*",
                "$..[?(@..a)]..[?(@..a)]",
                "$[*][?($..[?(@.a == 1)] == 1)]",
                "$[?(@.text =~ /x*x*x*x*x*x*x*x*y/)]",
                "$[?($ == $)]",
                "$[?(@.list subsetof $[*].list)]"
            })
    void a_path_that_explodes_is_stopped(String path) {
        PathQuery query = new PathQuery(JsonPath.parse(path), LIMIT);

        SearchFailure failure = catchThrowableOfType(SearchFailure.class, () -> query.find(wide()));

        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.problem()).isEqualTo("the path visits more than 20000 values of its input");
    }

    private static JsonNode wide() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 300; i++) {
            array.add(JsonDocument.parse("{\"a\":{\"a\":1},\"text\":\"" + "x".repeat(100) + "\",\"list\":[[1,2],[3]]}")
                    .root());
        }
        return array;
    }
}
