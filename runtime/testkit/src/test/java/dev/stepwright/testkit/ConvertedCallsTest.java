package dev.stepwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.conversion.JsonataConversion;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the conversion to JSONata makes of paths, intrinsic functions and rules, by the values that they give. */
class ConvertedCallsTest {
    private static final String INPUT = """
            {
              "text": "a,b;;c", "json": "{\\"x\\":[1]}", "empty": "", "uni": "é€", "n": 7, "neg": -3, "half": 2.5, "yes": true, "none": null,
              "list": [3, "a", 3, null, {"k": 1}, {"k": 1}], "one": [[5]], "nothing": [], "rows": [{"id": 1, "t": "x"}, {"id": 2}, {"t": "x", "id": 3}],
              "o": {"k": 1, "s": {"d": [1, 2]}}, "p": {"k": 2, "m": null}, "odd name": {"a-b": 1}, "at": "2026-01-01T01:00:00+01:00", "last": "5"
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$.text",
                "$.none",
                "$.list",
                "$.one",
                "$.nothing",
                "$.o.s.d[1]",
                "$.list[-2].k",
                "$['odd name']['a-b']",
                "$.o['k','s']",
                "$.p['k','x']",
                "$.rows[*].id",
                "$.rows[*].t",
                "$.rows[*]",
                "$.nothing[*]",
                "$.missing[*].id",
                "$.rows[?(@.t == 'x')].id",
                "$.rows[?(@.t)]",
                "$.rows[?(@.id > 1 && @.id <= 3)]",
                "$.rows[?(@.id == $.n)]",
                "$.rows[?(!(@.t))]",
                "$.rows[0:2]",
                "$.rows[1:]",
                "$.rows[0,2]",
                "$.rows[*]['id','t']",
                "$..id",
                "$..k",
                "$$.State.Name",
                "$$.Execution.Input.n",
                "States.Format('{}: {}, {} \\\\{\\\\}', $.text, $.n, $.yes)",
                "States.Format('{}', $.none)",
                "States.Format('it\\'s')",
                "States.Format('{}{}', $.half, $.neg)",
                "States.StringToJson($.json)",
                "States.StringToJson('-0')",
                "States.JsonToString($.o)",
                "States.JsonToString($.list)",
                "States.JsonToString($.n)",
                "States.Array()",
                "States.Array($.one, $.nothing, $.o, 1, 'x', null)",
                "States.Array(States.Array(1), States.Array($.list))",
                "States.ArrayLength(States.Array($.n, $.text))",
                "States.ArrayPartition($.list, 4)",
                "States.ArrayPartition($.one, 2)",
                "States.ArrayPartition($.nothing, 2)",
                "States.ArrayPartition($.list, 9)",
                "States.ArrayContains($.list, 'a')",
                "States.ArrayContains($.list, 4)",
                "States.ArrayContains($.nothing, 1)",
                "States.ArrayContains($.list, null)",
                "States.ArrayRange(1, 9, 3)",
                "States.ArrayRange(1, 1, 1)",
                "States.ArrayRange(5, 1, -2)",
                "States.ArrayRange(1, $.n, 1)",
                "States.ArrayGetItem($.list, 1)",
                "States.ArrayGetItem($.one, 0)",
                "States.ArrayLength($.list)",
                "States.ArrayLength($.nothing)",
                "States.ArrayUnique($.list)",
                "States.ArrayUnique($.one)",
                "States.ArrayUnique($.nothing)",
                "States.Base64Encode($.text)",
                "States.Base64Decode(States.Base64Encode($.json))",
                "States.Base64Encode($.empty)",
                "States.Hash($.uni, 'SHA-256')",
                "States.Hash($.o, 'MD5')",
                "States.Hash($.n, 'SHA-1')",
                "States.Hash('a', 'SHA-512')",
                "States.JsonMerge($.o, $.p, false)",
                "States.MathAdd($.n, -3)",
                "States.MathAdd($.neg, $.n)",
                "States.MathRandom(States.MathAdd($.n, 1), States.MathAdd($.n, 2))",
                "States.ArrayContains($.list, States.MathAdd($.n, -4))",
                "States.Format('{}', $.n)",
                "States.StringSplit($.text, ',')",
                "States.StringSplit($.text, ';,')",
                "States.StringSplit($.empty, ',')",
                "States.StringSplit($.at, '-:+T')",
                "States.StringSplit($.last, ',')",
                "States.StringSplit('a[b(c{d}e)f]g/h^i$j|k-l', '[(){}]/^$|-')",
                "States.StringSplit('a.b*c\\\\\\\\d', '.*\\\\\\\\')"
            })
    void an_expression_gives_the_same(String expression) {
        ObjectNode pass = pass();
        pass.putObject("Parameters").put("v.$", expression);

        check(pass);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Variable': '$.text', 'StringEquals': 'a,b;;c'}",
                "{'Variable': '$.n', 'StringEquals': '7'}",
                "{'Variable': '$.n', 'NumericEquals': 7.0}",
                "{'Variable': '$.last', 'NumericEquals': 5}",
                "{'Variable': '$.yes', 'BooleanEquals': true}",
                "{'Variable': '$.none', 'BooleanEquals': false}",
                "{'Variable': '$.last', 'NumericLessThan': 9}",
                "{'Variable': '$.half', 'NumericGreaterThanEquals': 2.5}",
                "{'Variable': '$.n', 'StringLessThan': 'z'}",
                "{'Variable': '$.text', 'StringGreaterThan': 'a'}",
                "{'Variable': '$.o.k', 'NumericEqualsPath': '$.rows[0].id'}",
                "{'Variable': '$.none', 'StringEqualsPath': '$.p.m'}",
                "{'Variable': '$.n', 'NumericLessThanPath': '$.text'}",
                "{'Variable': '$.yes', 'BooleanEqualsPath': '$.yes'}",
                "{'Variable': '$.text', 'StringMatches': 'a*;*c'}",
                "{'Variable': '$.text', 'StringMatches': 'a,b'}",
                "{'Variable': '$.n', 'StringMatches': '*'}",
                "{'Variable': '$.uni', 'StringMatches': '*€'}",
                "{'Variable': '$.text', 'StringMatches': '\\\\\\\\*'}",
                "{'Variable': '$.at', 'TimestampEquals': '2026-01-01T00:00:00Z'}",
                "{'Variable': '$.at', 'TimestampLessThan': '2026-01-01T00:30:00Z'}",
                "{'Variable': '$.none', 'IsNull': true}",
                "{'Variable': '$.n', 'IsNull': false}",
                "{'Variable': '$.n', 'IsPresent': true}",
                "{'Variable': '$.x.y', 'IsPresent': false}",
                "{'Variable': '$.p.m', 'IsPresent': true}",
                "{'Variable': '$.n', 'IsNumeric': false}",
                "{'Variable': '$.last', 'IsString': true}",
                "{'Variable': '$.yes', 'IsBoolean': true}",
                "{'Variable': '$.at', 'IsTimestamp': true}",
                "{'Variable': '$.text', 'IsTimestamp': true}",
                "{'Variable': '$.n', 'IsTimestamp': false}",
                "{'Not': {'Variable': '$.text', 'NumericGreaterThan': 1}}",
                "{'Or': [{'Variable': '$.x', 'IsPresent': true}, {'Variable': '$.n', 'NumericEquals': 7}]}",
                "{'And': [{'Variable': '$.x', 'IsPresent': true}, {'Variable': '$.x', 'NumericEquals': 7}]}",
                "{'And': [{'Variable': '$.n', 'IsNumeric': true}, {'Or': [{'Variable': '$.n', 'NumericLessThan': 1}, {'Variable': '$.n', 'NumericGreaterThan': 5}]}]}"
            })
    void a_rule_decides_the_same(String rule) {
        ObjectNode choice = JsonNodeFactory.instance.objectNode().put("Type", "Choice");
        ObjectNode json =
                (ObjectNode) JsonDocument.parse(rule.replace('\'', '"')).root();
        choice.putArray("Choices").add(json.put("Next", "Yes"));
        choice.put("Default", "No");

        check(choice);
    }

    @Test
    void a_random_number_is_in_the_same_range() {
        ObjectNode pass = pass();
        pass.putObject("Parameters").put("v.$", "States.MathRandom($.neg, $.n)");

        for (int i = 0; i < 50; i++) {
            assertThat(run(JsonataConversion.of(machine(pass)).definition())
                            .path("v")
                            .intValue())
                    .isBetween(-3, 6);
        }
    }

    private static ObjectNode pass() {
        return JsonNodeFactory.instance.objectNode().put("Type", "Pass").put("End", true);
    }

    private static void check(ObjectNode state) {
        StateMachineDefinition machine = machine(state);
        JsonataConversion conversion = JsonataConversion.of(machine);

        assertThat(conversion.isComplete()).as("%s", conversion.notes()).isTrue();
        JsonNode before = run(machine);
        JsonNode after = run(conversion.definition());
        assertThat(JsonValues.equal(before, after))
                .as("%s, then %s by %s", JsonText.compact(before), JsonText.compact(after), conversion.definition())
                .isTrue();
    }

    private static JsonNode run(StateMachineDefinition machine) {
        return TestMachine.of(machine, Stubs.none()).runJson(INPUT).output();
    }

    private static StateMachineDefinition machine(ObjectNode state) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "S");
        ObjectNode states = machine.putObject("States");
        states.set("S", state);
        if (state.has("Choices")) {
            states.putObject("Yes").put("Type", "Pass").put("Result", "yes").put("End", true);
            states.putObject("No").put("Type", "Pass").put("Result", "no").put("End", true);
        }
        return StateMachineDefinition.of(machine);
    }
}
