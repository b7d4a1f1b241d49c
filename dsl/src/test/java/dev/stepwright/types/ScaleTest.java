package dev.stepwright.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.validation.Validator;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Definitions that are larger than anybody writes by hand are validated too. The limit is far from what is needed: it tells work that
 * explodes from work that grows with the size. The time itself is measured by the benchmarks.
 */
class ScaleTest {
    private static final Duration EXPLODING = Duration.ofSeconds(60);

    private static StateMachineDefinition machine(String start, int states, IntFunction<String> state) {
        String members = IntStream.range(0, states).mapToObj(state).collect(Collectors.joining(","));
        return StateMachineDefinition.of(
                JsonDocument.parse("{\"StartAt\":\"" + start + "\",\"States\":{" + members + "}}")
                        .root());
    }

    private static void ends(StateMachineDefinition definition) {
        AslDocument document = AslDocument.of("large", definition);

        assertThat(Timing.cpuNanos(() -> Validator.validate(document))).isLessThan(EXPLODING.toNanos());
    }

    @Test
    void a_chain_of_ten_thousand_tasks_that_each_add_a_field() {
        ends(machine("S0", 10_000, i ->
                """
                "S%d":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload":{"x.$":"$.in%d"}},
                "ResultPath":"$.r%d","Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"S9999"}],%s}""".formatted(i, i, i, i == 9_999 ? "\"End\":true" : "\"Next\":\"S" + (i + 1) + "\"")));
    }

    @Test
    void a_ring_of_ten_thousand_states_that_nest_their_input() {
        ends(machine(
                "S0",
                10_000,
                i -> "\"S%d\":{\"Type\":\"Pass\",\"Parameters\":{\"x%d.$\":\"$\"},\"Next\":\"S%d\"}"
                        .formatted(i, i % 7, (i + 1) % 10_000)));
    }

    @Test
    void a_choice_with_five_thousand_rules_that_all_come_back() {
        String rules = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"Variable\":\"$.f%d\",\"StringEquals\":\"a\",\"Next\":\"Work\"}".formatted(i))
                .collect(Collectors.joining(","));
        ends(machine(
                "Which?",
                2,
                i -> i == 0
                        ? "\"Which?\":{\"Type\":\"Choice\",\"Choices\":[" + rules + "],\"Default\":\"Work\"}"
                        : "\"Work\":{\"Type\":\"Pass\",\"ResultPath\":\"$.work\",\"Next\":\"Which?\"}"));
    }

    @Test
    void a_chain_of_five_thousand_choices_with_two_ways_each() {
        ends(machine("C0", 10_000, i -> {
            int next = i / 2 + 1;
            String follow = next == 5_000 ? "\"End\":true" : "\"Next\":\"C%d\"".formatted(next);
            return i % 2 == 0
                    ? "\"C%d\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.a%d\",\"IsPresent\":true,\"Next\":\"P%d\"}],\"Default\":\"P%d\"}"
                            .formatted(i / 2, i / 2, i / 2, i / 2)
                    : "\"P%d\":{\"Type\":\"Pass\",\"Result\":%d,\"ResultPath\":\"$.a%d\",%s}"
                            .formatted(i / 2, i, i / 2, follow);
        }));
    }

    @Test
    void parallels_nested_a_hundred_deep() {
        String inner = "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}";
        for (int i = 0; i < 100; i++) {
            inner =
                    "{\"StartAt\":\"N%d\",\"States\":{\"N%d\":{\"Type\":\"Parallel\",\"Branches\":[%s],\"ResultPath\":\"$.n%d\",\"End\":true}}}"
                            .formatted(i, i, inner, i);
        }
        ends(StateMachineDefinition.of(JsonDocument.parse(inner).root()));
    }

    @Test
    void parallels_with_two_branches_each_nested_ten_deep() {
        ends(StateMachineDefinition.of(JsonDocument.parse(tree(10, "R")).root()));
    }

    private static String tree(int depth, String name) {
        String state = depth == 0
                ? "{\"Type\":\"Pass\",\"End\":true}"
                : "{\"Type\":\"Parallel\",\"Branches\":[%s,%s],\"End\":true}"
                        .formatted(tree(depth - 1, name + "0"), tree(depth - 1, name + "1"));
        return "{\"StartAt\":\"%s\",\"States\":{\"%s\":%s}}".formatted(name, name, state);
    }

    @Test
    void a_loop_around_nested_maps() {
        String inner =
                "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"Parameters\":{\"a.$\":\"$\"},\"End\":true}}}";
        for (int i = 0; i < 30; i++) {
            inner =
                    ("{\"StartAt\":\"M%d\",\"States\":{\"M%d\":{\"Type\":\"Map\",\"ItemsPath\":\"$.x\",\"ItemProcessor\":%s,\"ResultPath\":\"$.x\",\"Next\":\"C%d\"},"
                                    + "\"C%d\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.y\",\"IsPresent\":true,\"Next\":\"M%d\"}],\"Default\":\"E%d\"},\"E%d\":{\"Type\":\"Succeed\"}}}")
                            .formatted(i, i, inner, i, i, i, i, i);
        }
        ends(StateMachineDefinition.of(JsonDocument.parse(inner).root()));
    }
}
