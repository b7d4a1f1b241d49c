package dev.stepwright.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.types.flow.FlowResult;
import dev.stepwright.types.flow.Outside;
import dev.stepwright.types.lattice.Value;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The work grows with the size of a definition, whatever its form. Work is how often states are looked at; the time is measured by the
 * program {@code validation} of the benchmarks.
 */
class ScaleTest {
    /** Of how many looks at a state the most stubborn form has need: in a ring values grow until they are too deep. */
    private static final int MOST_LOOKS = 16;

    enum Form {
        CHAIN_OF_TASKS(2_000, size -> machine(size, i -> """
                {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload":{"x.$":"$.in%d"}},
                "ResultPath":"$.r%d","Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"S%d"}],%s}""".formatted(i, i, size - 1, next(i, size)))),
        CHAIN_OF_CHOICES(2_000, size -> machine(size, i -> """
                {"Type":"Choice","Choices":[{"Variable":"$.a%d","IsPresent":true,"Next":"S%d"}],"Default":"End"}""".formatted(i, (i + 1) % size))),
        CHOICES_WITH_TWO_WAYS(
                2_000,
                size -> machine(
                        size,
                        i -> i % 2 == 0
                                ? """
                {"Type":"Choice","Choices":[{"Variable":"$.a%d","IsPresent":true,"Next":"S%d"}],"Default":"S%d"}""".formatted(i, i + 1, Math.min(i + 2, size - 1))
                                : "{\"Type\":\"Pass\",\"Result\":1,\"ResultPath\":\"$.a%d\",%s}"
                                        .formatted(i, next(i, size)))),
        CHAIN_IN_JSONATA(2_000, size -> machine(size, i -> """
                {"Type":"Pass","QueryLanguage":"JSONata","Assign":{"v%d":"{%% $states.input %%}"},
                "Output":{"x%d":"{%% $states.input.x%d %%}"},%s}""".formatted(i % 30, i + 1, i, next(i, size)))),
        RING_THAT_NESTS(2_000, size -> machine(size, i -> """
                {"Type":"Pass","Parameters":{"x%d.$":"$"},"Next":"S%d"}""".formatted(i % 7, (i + 1) % size))),
        RULES_THAT_COME_BACK(2_000, ScaleTest::rules),
        PARALLELS_IN_ONE_ANOTHER(100, ScaleTest::nested),
        TREE_OF_PARALLELS(1 << 9, size -> tree(size, "R")),
        MAPS_IN_LOOPS_IN_ONE_ANOTHER(40, ScaleTest::loops);

        private final int size;

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final IntFunction<String> text;

        Form(int size, IntFunction<String> text) {
            this.size = size;
            this.text = text;
        }
    }

    @ParameterizedTest
    @EnumSource
    void twice_the_size_is_twice_the_work(Form form) {
        int half = visits(form.text.apply(form.size / 2));
        int whole = visits(form.text.apply(form.size));

        assertThat(whole).isGreaterThan(half).isLessThanOrEqualTo(2 * half + MOST_LOOKS);
    }

    @ParameterizedTest
    @EnumSource
    void no_state_is_looked_at_again_and_again(Form form) {
        StateMachineDefinition definition = definition(form.text.apply(form.size));
        int states = definition.scopes().stream()
                .mapToInt(scope -> scope.states().size())
                .sum();

        assertThat(visits(definition)).isLessThanOrEqualTo(MOST_LOOKS * states);
    }

    /** What is in a variable grew by some thousand parts at each look, and forty looks were not the last ones. */
    @Test
    void a_loop_in_which_a_variable_grows_comes_to_an_end() {
        String loop = """
                {"QueryLanguage":"JSONata","StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work",
                "Arguments":"{% ($v) ?? {'a': 1} %}","End":true,"Catch":[
                {"ErrorEquals":["Busy"],"Next":"Work","Output":{"c":{"c":"{% {'a': [1..3], 'b': $single(1.5, function($x) { [$x] })} %}"}},
                "Assign":{"v":"{% ($append($states.input[0], $v.b)) ?? {'a': 1} %}"}},
                {"ErrorEquals":["States.ALL"],"Next":"Work","Assign":{"v":"{% ($v) ?? {'a': 1} %}"},
                "Output":"{% {'a': $states.input.b.b.a, 'b': [$states.input[1].*, $filter($states.input.c.c, function($x) { $x })]} %}"}]}}}""";

        assertThat(visits(loop)).isLessThanOrEqualTo(50);
    }

    /** Each step makes an object that has ten times what the step before it has. */
    @Test
    @Timeout(20)
    void what_an_expression_nests_again_and_again_is_not_followed_to_its_end() {
        String tenfold =
                IntStream.range(0, 10).mapToObj("'f%d': $"::formatted).collect(Collectors.joining(", ", ".{", "}"));
        String machine = machine(1, i -> """
                {"Type":"Pass","QueryLanguage":"JSONata","Output":"{%% $states.input.a ? {'x': 1}%1$s : {'y': 2}%1$s %%}",%2$s}""".formatted(tenfold.repeat(20), next(0, 1)));

        assertThat(visits(machine)).isLessThanOrEqualTo(MOST_LOOKS);
    }

    private static int visits(String text) {
        return visits(definition(text));
    }

    private static StateMachineDefinition definition(String text) {
        return StateMachineDefinition.of(JsonDocument.parse(text).root());
    }

    private static int visits(StateMachineDefinition definition) {
        Supplier<Outside> unknown = () -> new Outside(Value::of, (task, place) -> Value.of(place));
        return FlowResult.of(definition, unknown, Set.of()).visits();
    }

    private static String machine(int states, IntFunction<String> state) {
        String members = IntStream.range(0, states)
                .mapToObj(i -> "\"S%d\":%s,".formatted(i, state.apply(i)))
                .collect(Collectors.joining());
        return "{\"StartAt\":\"S0\",\"States\":{" + members + "\"End\":{\"Type\":\"Succeed\"}}}";
    }

    private static String next(int state, int states) {
        return state + 1 == states ? "\"End\":true" : "\"Next\":\"S" + (state + 1) + "\"";
    }

    private static String rules(int rules) {
        String choices = IntStream.range(0, rules)
                .mapToObj(i -> "{\"Variable\":\"$.f%d\",\"StringEquals\":\"a\",\"Next\":\"W%d\"}".formatted(i, i))
                .collect(Collectors.joining(","));
        String works = IntStream.range(0, rules)
                .mapToObj(i -> "\"W%d\":{\"Type\":\"Pass\",\"ResultPath\":\"$.work\",\"Next\":\"Which?\"}".formatted(i))
                .collect(Collectors.joining(","));
        return """
                {"StartAt":"Which?","States":{"Which?":{"Type":"Choice","Choices":[%s],"Default":"Done"},%s,"Done":{"Type":"Succeed"}}}""".formatted(choices, works);
    }

    private static String leaf(String fields) {
        return "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\"" + fields + ",\"End\":true}}}";
    }

    private static String nested(int levels) {
        String inner = leaf("");
        for (int i = 0; i < levels; i++) {
            inner = """
                    {"StartAt":"N%1$d","States":{"N%1$d":{"Type":"Parallel","Branches":[%2$s],"ResultPath":"$.n%1$d","End":true}}}""".formatted(i, inner);
        }
        return inner;
    }

    private static String tree(int leaves, String name) {
        String state = leaves <= 1
                ? "{\"Type\":\"Pass\",\"End\":true}"
                : "{\"Type\":\"Parallel\",\"Branches\":[%s,%s],\"End\":true}"
                        .formatted(tree(leaves / 2, name + "0"), tree(leaves / 2, name + "1"));
        return "{\"StartAt\":\"%1$s\",\"States\":{\"%1$s\":%2$s}}".formatted(name, state);
    }

    private static String loops(int levels) {
        String inner = leaf(",\"Parameters\":{\"a.$\":\"$\"}");
        for (int i = 0; i < levels; i++) {
            inner = """
                    {"StartAt":"M%1$d","States":{
                    "M%1$d":{"Type":"Map","ItemsPath":"$.x","ItemProcessor":%2$s,"ResultPath":"$.x","Next":"C%1$d"},
                    "C%1$d":{"Type":"Choice","Choices":[{"Variable":"$.y","IsPresent":true,"Next":"M%1$d"}],"Default":"E%1$d"},
                    "E%1$d":{"Type":"Succeed"}}}""".formatted(i, inner);
        }
        return inner;
    }
}
