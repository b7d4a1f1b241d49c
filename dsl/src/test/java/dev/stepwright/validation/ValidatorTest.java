package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ValidatorTest {
    private static final List<String> GARBAGE = List.of(
            "null",
            "true",
            "0",
            "-1.5",
            "1e999999999",
            "\"\"",
            "\"$.x\"",
            "\"{% $ %}\"",
            "[]",
            "[null]",
            "{}",
            "{\"States\":{\"X\":[]}}",
            "[[{\"Next\":1}]]");

    static Stream<Path> cases() throws IOException {
        return CaseFilesTest.cases()
                .filter(file ->
                        !file.toString().contains("DOC-001") && !file.toString().contains("DOC-003"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void no_value_in_any_place_makes_it_throw(Path definition) throws IOException {
        JsonNode root = JsonDocument.read(definition).root();
        Iterator<JsonNode> garbage = Stream.generate(GARBAGE::stream)
                .flatMap(texts -> texts)
                .map(text -> JsonDocument.parse(text).root())
                .iterator();

        for (JsonNode broken : variants(root, garbage)) {
            String text = JsonText.compact(broken);

            assertThatCode(() -> Validator.validate("broken", text)).as(text).doesNotThrowAnyException();
        }
    }

    /** Returns the document once for each place in it, with that place filled by the next value. */
    private static List<JsonNode> variants(JsonNode node, Iterator<JsonNode> values) {
        List<JsonNode> variants = new ArrayList<>(List.of(values.next()));
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> variants(member.getValue(), values)
                            .forEach(variant -> variants.add(object.deepCopy().set(member.getKey(), variant))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                variants(array.get(i), values)
                        .forEach(variant -> variants.add(array.deepCopy().set(index, variant)));
            }
        }
        return variants;
    }

    @Test
    void the_deepest_nesting_that_can_be_read_gives_findings() {
        String branch = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Parallel\",\"End\":true,\"Branches\":[";
        int levels = JsonDocument.MAX_DEPTH / 4;
        String text = branch.repeat(levels) + "]}}}".repeat(levels);

        List<Diagnostic> found = Validator.validate("deep", text);

        assertThat(found).extracting(Diagnostic::rule).contains("ASL-DOC-005", "ASL-STA-002");
    }

    @Test
    void the_longest_definition_that_aws_takes_is_accepted_and_one_character_more_is_not() {
        String text = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}";
        String longest = text + " ".repeat(1_048_576 - text.length());

        assertThat(Validator.validate("longest", longest)).isEmpty();
        assertThat(Validator.validate("longer", longest + " "))
                .extracting(Diagnostic::rule)
                .containsExactly("ASL-DOC-004");
    }

    @Test
    void what_is_written_into_a_state_is_at_most_what_it_may_hand_on() {
        String machine = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"%s\":%s,\"End\":true}}}";
        String largest = "{\"a\":\"" + "x".repeat(262_134) + "\"}";
        String larger = "{\"a\":\"" + "é".repeat(131_069) + "\"}";
        String wide = "{\"a\":\"" + "文".repeat(87_380) + "\"}";
        String evaluated = "{\"a.$\":\"States.Format('" + "x".repeat(300_000) + "')\"}";

        assertThat(Validator.validate("largest", machine.formatted("Parameters", largest)))
                .isEmpty();
        assertThat(Validator.validate("evaluated", machine.formatted("Parameters", evaluated)))
                .isEmpty();
        assertThat(Validator.validate("larger", machine.formatted("Result", larger)))
                .extracting(Diagnostic::rule)
                .containsExactly("ASL-LIM-001");
        assertThat(Validator.validate("wide", machine.formatted("Result", wide)))
                .extracting(Diagnostic::rule)
                .containsExactly("ASL-LIM-001");
    }

    @Test
    void numbers_in_messages_are_written_alike_in_every_locale() {
        String definition = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}},\"Comment\":\""
                + "x".repeat(1_048_576) + "\"}";
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Validator.validate("long", definition))
                    .extracting(Diagnostic::message)
                    .anySatisfy(message -> assertThat(message).contains("1,048,576"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"S%d, 10000", "No%d, 20000", "S1, 19999"})
    void each_of_ten_thousand_states_has_its_findings(String target, int findings) {
        String states = IntStream.range(0, 10_000)
                .mapToObj(i ->
                        "\"S%d\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:eu-west-1:123456789012:function:f\",\"Next\":\"%s\"}"
                                .formatted(i, target.formatted(i + 1)))
                .collect(Collectors.joining(","));
        AslDocument document = AslDocument.parse(
                "large", "{\"StartAt\":\"S0\",\"States\":{" + states + ",\"S10000\":{\"Type\":\"Succeed\"}}}");

        assertThat(Validator.validate(document)).hasSize(findings);
    }

    @Test
    void ten_thousand_expressions_are_checked() {
        String states = IntStream.range(0, 10_000)
                .mapToObj(i ->
                        "\"S%d\":{\"Type\":\"Wait\",\"Timestamp\":\"{%% $states.input.a[b>%d].(c&'x') %%}\",\"Next\":\"S%d\"}"
                                .formatted(i, i, i + 1))
                .collect(Collectors.joining(","));
        AslDocument document = AslDocument.parse(
                "large",
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"S0\",\"States\":{" + states
                        + ",\"S10000\":{\"Type\":\"Succeed\"}}}");

        assertThat(Validator.validate(document)).isEmpty();
    }

    @Test
    void a_diagnostic_prints_as_compilers_do() throws IOException {
        Path file = CaseFilesTest.CASES.resolve("ASL-TOP-003/misspelt.asl.json");
        String text = Files.readString(file);
        Diagnostic diagnostic = Validator.validate("order.asl.json", text).get(0);
        DiagnosticText printer = DiagnosticText.of("order.asl.json", text);

        assertThat(printer.line(diagnostic)).isEqualTo(diagnostic.format("order.asl.json"));
        assertThat(printer.withSource(diagnostic)).isEqualTo("""
                        order.asl.json:2:14: error [ASL-TOP-003] StartAt names "Chekc", which is not a state of this state machine; did you mean "Check"?
                              "StartAt": "Chekc",
                                         ^""");
        assertThat(printer.coloured().line(diagnostic))
                .startsWith("order.asl.json:2:14: \u001B[31merror [ASL-TOP-003]\u001B[0m StartAt");
    }
}
