package dev.stepwright.runtime.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.time.Chance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** Values are shared between documents and expressions between threads; nothing may copy the one or mix up the other. */
class SharingTest {
    private static final JsonNode INPUT = json("{\"a\":{\"b\":[1,{\"c\":2}],\"d\":{}},\"e\":{\"f\":1}}");

    @Test
    void a_result_path_copies_the_spine_only() {
        String before = JsonText.compact(INPUT);

        JsonNode output = JsonPathExpressions.resultPath("$.a.b[1].x").insert(INPUT, INPUT.get("e"));

        assertThat(JsonText.compact(INPUT)).isEqualTo(before);
        assertThat(JsonText.compact(output))
                .isEqualTo("{\"a\":{\"b\":[1,{\"c\":2,\"x\":{\"f\":1}}],\"d\":{}},\"e\":{\"f\":1}}");
        assertThat(output.get("e")).isSameAs(INPUT.get("e"));
        assertThat(output.at("/a/d")).isSameAs(INPUT.at("/a/d"));
        assertThat(output.at("/a/b/1/x")).isSameAs(INPUT.get("e"));
        assertThat(output.at("/a/b/0")).isSameAs(INPUT.at("/a/b/0"));
    }

    @Test
    void a_template_shares_its_literals_and_the_values_that_it_takes() {
        JsonNode template = json("{\"literal\":{\"x\":[1]},\"taken.$\":\"$.a\",\"list\":[\"$.a\"]}");

        Expression expression = JsonPathExpressions.template(template, "Parameters");
        JsonNode value = expression.evaluate(bindings(INPUT));

        assertThat(value.get("literal")).isSameAs(template.get("literal"));
        assertThat(value.get("list")).isSameAs(template.get("list"));
        assertThat(value.get("taken")).isSameAs(INPUT.get("a"));
        JsonNode literal = json("{\"a\":1}");
        assertThat(JsonPathExpressions.template(literal, "Parameters").evaluate(bindings(INPUT)))
                .isSameAs(literal);
    }

    @Test
    void jsonata_gives_parts_of_its_input_as_they_are() {
        Expression expression = JsonataExpressions.template(json("{\"x\":\"{% $states.input.a %}\"}"), "Output");

        assertThat(expression.evaluate(bindings(INPUT)).get("x")).isSameAs(INPUT.get("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "$states.input.e.f + 1, 0",
        "$v + 1, 0",
        "$states.input.a[b = 1].d, 0",
        "$states.context.e.f, 1",
        "$states.(context).e.f, 1",
        "$states.input.e.(%.%.context.e).f, 1",
        "$states.$keys(), 1",
        "$states.context = $states.context, 1"
    })
    void the_context_is_built_only_for_an_expression_that_may_look_at_it(String text, int times) {
        Expression expression = JsonataExpressions.template(StringNode.valueOf("{% [" + text + "] %}"), "Output");
        AtomicInteger built = new AtomicInteger();
        Bindings bindings = new Bindings(
                INPUT,
                () -> {
                    built.incrementAndGet();
                    return INPUT;
                },
                name -> name.equals("v") ? IntNode.valueOf(1) : null,
                null,
                null,
                new Chance(new UUID(1, 2)),
                Instant.EPOCH);

        expression.evaluate(bindings);

        assertThat(built).hasValue(times);
    }

    @Test
    void one_jsonata_expression_serves_many_threads() throws InterruptedException, ExecutionException {
        Expression expression = JsonataExpressions.template(
                json("\"{% ($f := function($n){ $n <= 0 ? 0 : $n + $f($n - 1) }; $string($f($states.input)) & '/' &"
                        + " $join($map([1..$states.input], $string), ',')) %}\""),
                "Output");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> calls = IntStream.range(0, 400)
                    .<Callable<String>>mapToObj(i -> () -> expression
                            .evaluate(bindings(json(Integer.toString(1 + i % 20))))
                            .stringValue())
                    .toList();

            List<Future<String>> results = threads.invokeAll(calls);

            for (int i = 0; i < results.size(); i++) {
                int n = 1 + i % 20;
                String all = String.join(
                        ",",
                        IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList());
                assertThat(results.get(i).get()).isEqualTo(n * (n + 1) / 2 + "/" + all);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    private static Bindings bindings(JsonNode input) {
        return new Bindings(input, () -> input, name -> null, null, null, new Chance(new UUID(1, 2)), Instant.EPOCH);
    }
}
