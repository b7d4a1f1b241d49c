package dev.stepwright.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.SharedFiles;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateMachineDefinitionTest {
    private static final String NESTED = """
            {
              "StartAt": "Fan out",
              "States": {
                "Fan out": {
                  "Type": "Parallel",
                  "Branches": [
                    { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } },
                    { "StartAt": "B", "States": { "B": { "Type": "Map",
                      "Iterator": { "StartAt": "C", "States": { "C": { "Type": "Succeed" } } }, "End": true } } }
                  ],
                  "Catch": [ { "ErrorEquals": ["States.ALL"], "Next": "Sorry" } ],
                  "Next": "Done"
                },
                "Done": { "Type": "Succeed" },
                "Sorry": { "Type": "Fail", "x-unknown": 1.50 }
              }
            }
            """;

    @Test
    void every_published_definition_reads_and_prints_identical_but_for_white_space() throws Exception {
        List<Path> files = SharedFiles.jsonFiles("corpus/real");

        for (Path file : files) {
            String printed = AslDocument.read(file).definition().toAsl();

            assertThat(withoutWhiteSpace(printed))
                    .as(file.toString())
                    .isEqualTo(withoutWhiteSpace(Files.readString(file)));
        }
        assertThat(files).hasSize(184);
    }

    private static String withoutWhiteSpace(String json) {
        StringBuilder kept = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\') {
                kept.append(c).append(json.charAt(++i));
                continue;
            }
            if (quoted || !Character.isWhitespace(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    @Test
    void unknown_fields_and_number_text_are_kept() {
        String text =
                "{\"x\":{\"y\":1.50},\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"z\":1e2,\"End\":true}}}";

        assertThat(JsonText.compact(AslDocument.parse("m", text).definition().json()))
                .isEqualTo(text);
    }

    @Test
    void scopes_are_the_machine_and_its_sub_machines_outer_first() {
        var machine = AslDocument.parse("m", NESTED).definition();

        assertThat(machine.scopes())
                .extracting(scope -> scope.pointer().toString())
                .containsExactly(
                        "",
                        "/States/Fan out/Branches/0",
                        "/States/Fan out/Branches/1",
                        "/States/Fan out/Branches/1/States/B/Iterator");
    }

    @Test
    void a_view_knows_where_it_stands() {
        var document = AslDocument.parse("m", NESTED);
        State fanOut = document.definition().state("Fan out").orElseThrow();

        assertThat(fanOut.catchRules()).singleElement().satisfies(rule -> {
            assertThat(rule.next()).contains("Sorry");
            assertThat(rule.at("Next")).hasToString("/States/Fan out/Catch/0/Next");
            assertThat(document.position(rule.at("Next")).line()).isEqualTo(11);
        });
    }

    @Test
    void the_language_of_a_state_is_its_own_or_the_machines() {
        var machine = AslDocument.parse("m", """
                        {"States": {
                          "A": {"Type": "Pass"},
                          "B": {"Type": "Pass", "QueryLanguage": "JSONata"},
                          "C": {"Type": "Pass", "QueryLanguage": "jsonpath"},
                          "D": {"Type": "Pass", "QueryLanguage": 7}}}
                        """).definition();

        assertThat(machine.queryLanguage()).isEqualTo(QueryLanguage.JSONPATH);
        assertThat(machine.states().values())
                .extracting(state -> state.queryLanguage(machine.queryLanguage()))
                .containsExactly(
                        QueryLanguage.JSONPATH, QueryLanguage.JSONATA, QueryLanguage.JSONATA, QueryLanguage.JSONATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"States\":7,\"StartAt\":[]}",
                "{\"States\":{\"A\":1,\"B\":null,\"C\":{\"Type\":5,\"Retry\":{},\"Catch\":[1,null,{}],\"Next\":{}}}}",
                "{\"States\":{\"A\":{\"Type\":\"Parallel\",\"Branches\":[1,{\"States\":[]}]},\"B\":{\"Type\":\"Map\",\"ItemProcessor\":[]}}}",
                "{\"States\":{\"A\":{\"Type\":\"Choice\",\"Choices\":{\"a\":1},\"Default\":0}}}",
            })
    void a_broken_definition_is_viewed_without_an_exception(String text) {
        var machine = AslDocument.parse("m", text).definition();

        assertThat(machine.scopes()).allSatisfy(scope -> {
            assertThat(scope.startAt()).isEmpty();
            assertThat(scope.states().values()).allSatisfy(state -> {
                assertThat(state.next()).isEmpty();
                assertThat(state.retryRules()).isEmpty();
                assertThat(state.isEnd()).isFalse();
            });
        });
    }

    @Test
    void definitions_are_equal_by_value() {
        var one = AslDocument.parse("a", NESTED).definition();
        var other = AslDocument.parse("b", NESTED.replace("1.50", "1.5")).definition();

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one)
                .isNotEqualTo(AslDocument.parse("c", NESTED.replace("Succeed", "Fail"))
                        .definition());
    }

    @Test
    void what_is_no_object_is_no_definition() {
        assertThatThrownBy(() -> AslDocument.parse("list.json", "[1]").definition())
                .hasMessage("list.json is not a definition: it must be a JSON object, found [1]");
        assertThatThrownBy(() ->
                        StateMachineDefinition.of(JsonDocument.parse("[1]").root()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
