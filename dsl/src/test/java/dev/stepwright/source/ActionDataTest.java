package dev.stepwright.source;

import static dev.stepwright.dsl.Dsl.callback;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.TaskToken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionDataTest {
    private static final List<String> PATHS = List.of("", "'$'", "'$.a'", "null");

    @Test
    void what_takes_and_gives_its_data_by_any_paths_comes_back() {
        List<AslDocument> documents = new ArrayList<>();
        for (String input : PATHS) {
            for (String result : PATHS) {
                for (String output : PATHS) {
                    String fields =
                            field("InputPath", input) + field("ResultPath", result) + field("OutputPath", output);
                    documents.add(document("'Type':'Task','Resource':'${Work}'," + fields));
                    documents.add(document("'Type':'Pass','Result':{'x':1}," + fields));
                }
            }
        }

        assertThat(Imports.of(documents).failures()).isEmpty();
    }

    @Test
    void what_hands_its_token_on_comes_back() {
        var machine = StateMachine.start(callback("S", ActionDataTest::ask)).end();
        List<AslDocument> documents = Stream.of(QueryLanguage.values())
                .map(language -> AslDocument.of(
                        language.name(), machine.queryLanguage(language).definition()))
                .toList();

        assertThat(Imports.of(documents).failures()).isEmpty();
    }

    static void ask(String question, TaskToken<String> token) {}

    private static String field(String name, String value) {
        return value.isEmpty() ? "" : "'" + name + "':" + value + ",";
    }

    private static AslDocument document(String state) {
        String machine = "{'StartAt':'Do','States':{'Do':{" + state + "'End':true}}}";
        return AslDocument.parse("doing", machine.replace('\'', '"'));
    }
}
