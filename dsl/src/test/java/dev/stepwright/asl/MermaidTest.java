package dev.stepwright.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MermaidTest {
    @Test
    void a_state_is_a_node_and_a_transition_an_edge_with_its_condition() {
        String diagram = mermaid("""
                {"StartAt": "Big?", "States": {
                  "Big?": {"Type": "Choice", "Choices": [
                    {"And": [{"Variable": "$.total", "NumericGreaterThan": 10},
                             {"Not": {"Variable": "$.tier", "StringEquals": "GOLD"}}], "Next": "Review"}],
                    "Default": "Done"},
                  "Review": {"Type": "Task", "Resource": "r", "Next": "Done",
                    "Catch": [{"ErrorEquals": ["Refused", "States.Timeout"], "Next": "Sorry"}]},
                  "Done": {"Type": "Pass", "End": true},
                  "Sorry": {"Type": "Fail"}}}
                """);

        assertThat(diagram).isEqualTo("""
                flowchart TD
                    s1_start(( ))
                    s1_1{"Big?"}
                    s1_2["Review"]
                    s1_3[/"Done"/]
                    s1_4{{"Sorry"}}
                    s1_end((( )))
                    s1_start --> s1_1
                    s1_1 -->|"$.total #62; 10 and not ($.tier = #34;GOLD#34;)"| s1_2
                    s1_1 -->|"otherwise"| s1_3
                    s1_2 --> s1_3
                    s1_2 -.->|"Refused, States.Timeout"| s1_4
                    s1_3 --> s1_end
                """);
    }

    @Test
    void a_machine_without_states_says_so() {
        assertThat(mermaid("{\"StartAt\": \"A\", \"States\": {}}")).isEqualTo("""
                flowchart TD
                    s1_none["There are no states."]
                """);
    }

    @Test
    void branches_and_item_processors_are_subgraphs() {
        String diagram = mermaid("""
                {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}},
                  {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                    "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": 1, "End": true}}}}}}]}}}
                """);

        assertThat(diagram).isEqualTo("""
                flowchart TD
                    s1_start(( ))
                    subgraph s1_1 ["Both"]
                        subgraph s1_1_1 ["branch 1"]
                            s2_start(( ))
                            s2_1(["A"])
                            s2_start --> s2_1
                        end
                        subgraph s1_1_2 ["branch 2"]
                            s3_start(( ))
                            subgraph s3_1 ["Each"]
                                s4_start(( ))
                                s4_1("B")
                                s4_end((( )))
                                s4_start --> s4_1
                                s4_1 --> s4_end
                            end
                            s3_end((( )))
                            s3_start --> s3_1
                            s3_1 --> s3_end
                        end
                    end
                    s1_end((( )))
                    s1_start --> s1_1
                    s1_1 --> s1_end
                """);
    }

    @Test
    void names_are_data_whatever_they_hold() {
        String diagram = mermaid("""
                {"StartAt": "end", "States": {
                  "end": {"Type": "Pass", "Next": "\\"]; <b>\\n  %%{x}`$$"},
                  "\\"]; <b>\\n  %%{x}`$$": {"Type": "Pass", "Next": "1. list"},
                  "1. list": {"Type": "Pass", "Next": "Nowhere"}}}
                """);

        assertThat(diagram)
                .contains("s1_1[/\"end\"/]")
                .contains("s1_2[/\"#34;]#59; #60;b#62; #37;#37;{x}#96;#36;#36;\"/]")
                .contains("s1_3[/\"#49;. list\"/]")
                .contains("s1_3 --> missing[\"no such state\"]");
    }

    @Test
    void a_long_expression_is_cut() {
        String diagram = mermaid("""
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [
                  {"Condition": "{%% $states.input.value = '%s' %%}", "Next": "B"}]}, "B": {"Type": "Succeed"}}}
                """.formatted("x".repeat(200)));

        assertThat(diagram).contains("|\"$states.input.value = '" + "x".repeat(56) + "\u2026\"|");
    }

    private static String mermaid(String asl) {
        return AslDocument.parse("machine.asl.json", asl).definition().toMermaid();
    }
}
