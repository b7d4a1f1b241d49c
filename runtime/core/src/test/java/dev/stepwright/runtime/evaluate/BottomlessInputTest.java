package dev.stepwright.runtime.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.time.Chance;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Inputs that would take the whole stack end in a failure of the state. */
class BottomlessInputTest {
    private static final int DEEP = 200_000;

    @Test
    void an_input_without_bottom_is_a_failure_where_it_must_be_walked() {
        Bindings bindings = bindings(deep());

        assertThatThrownBy(() -> JsonPathExpressions.path("$..x", "InputPath").evaluate(bindings))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessageContaining("the input is nested too deep");
        assertThatThrownBy(() -> JsonPathExpressions.path("$[?(@.a == @.list[0].a)]", "InputPath")
                        .evaluate(bindings))
                .isInstanceOf(EvaluationFailure.class);
        for (String call : new String[] {
            "States.JsonToString($)",
            "States.Format('{}', $)",
            "States.Hash($, 'MD5')",
            "States.ArrayUnique($.list)",
            "States.ArrayContains($.list, $.a.a)"
        }) {
            assertThatThrownBy(() -> JsonPathExpressions.pathOrIntrinsic(call, "CausePath")
                            .evaluate(bindings))
                    .as(call)
                    .isInstanceOf(EvaluationFailure.class)
                    .hasMessageContaining("A value is nested too deep.");
        }
    }

    @Test
    void an_input_without_bottom_does_not_keep_a_missing_path_from_being_told() {
        Bindings bindings = bindings(deep());

        assertThatThrownBy(() -> JsonPathExpressions.pathOrIntrinsic("$.gone", "CausePath")
                        .evaluate(bindings))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessage(
                        "States.Runtime: The JSONPath '$.gone' specified for the field 'CausePath' could not be found in the"
                                + " input '(nested too deep to show)'");
        assertThatThrownBy(() -> JsonPathExpressions.resultPath("$.list[9]").insert(bindings.input(), bindings.input()))
                .isInstanceOf(EvaluationFailure.class);
    }

    @Test
    void a_deep_path_is_walked_and_written_without_the_stack() {
        String path = "$" + ".a".repeat(DEEP);

        assertThatThrownBy(() -> JsonPathExpressions.resultPath(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ResultPath has 200000 steps; at most 1000 are allowed");
        assertThat(JsonPathExpressions.path(path, "InputPath").evaluate(bindings(deep())))
                .isEqualTo(JsonNodeFactory.instance.objectNode());
    }

    private static Bindings bindings(JsonNode input) {
        return new Bindings(input, () -> input, name -> null, null, null, new Chance(new UUID(1, 2)), Instant.EPOCH);
    }

    private static JsonNode deep() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < DEEP; i++) {
            ObjectNode outer = JsonNodeFactory.instance.objectNode();
            outer.set("a", node);
            node = outer;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.add(node.get("a"));
        list.add(node.get("a"));
        node.set("list", list);
        return node;
    }
}
