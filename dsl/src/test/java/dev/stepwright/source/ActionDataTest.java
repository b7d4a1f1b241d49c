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
    void the_type_of_the_input_is_named_where_java_infers_none() {
        assertThat(Imports.textOf("'Type':'Task','Resource':'${Work}','Parameters':{'x':1},'ResultPath':'$.y'"))
                .contains("arguments(WorkArguments::new, value(1)).given(Data.class).resultInto(Data::y)");
    }

    @Test
    void what_items_give_goes_into_a_field_as_what_that_is_read_as() {
        String items =
                "'Type':'Map','ItemsPath':'$.lines','ItemProcessor':{'ProcessorConfig':{'Mode':'INLINE'},'StartAt':'Go',"
                        + "'States':{'Go':{'Type':'Pass','End':true}}},'ResultPath':";

        assertThat(Imports.textOf(items + "'$.done','Comment':'c'"))
                .contains(".resultAs(JsonNode.class).resultInto(Data::done)");
        assertThat(Imports.textOf(items + "'$.lines'"))
                .contains(".resultAs(listOf(JsonNode.class)).resultInto(Data::lines)");
    }

    @Test
    void a_function_of_an_item_and_the_input_reads_the_item_by_its_path() {
        String of = "$.id, $$.Map.Item.Value.no, $$.Map.Item.Index";
        String map = Imports.textOf(
                "'Type':'Map','ItemsPath':'$.lines','ItemSelector':{'key.$':'States.Format(\\'{}-{}-{}\\', "
                        + of + ")','all.$':'States.Array(" + of
                        + ")','text.$':'States.JsonToString($$.Map.Item.Value.no)',"
                        + "'body.$':'States.StringToJson($$.Map.Item.Value.body)','no.$':'$$.Map.Item.Value.no'},"
                        + "'ItemProcessor':{'ProcessorConfig':{'Mode':'INLINE'},'StartAt':'Go','States':{'Go':{'Type':'Task',"
                        + "'Resource':'${Go}','Parameters':{'key.$':'$.key','no.$':'$.no'},'End':true}}}");

        assertThat(map)
                .contains("path(Data::id), jsonPath(\"$$.Map.Item.Value.no\"), jsonPath(\"$$.Map.Item.Index\"))");
        assertThat(map).contains("toJson(jsonPath(\"$$.Map.Item.Value.no\"))").contains("item(Line::no)");
    }

    @Test
    void a_wait_and_a_fail_are_told_nothing_about_their_input() {
        assertThat(Imports.textOf("'Type':'Wait','Timestamp':'2026-01-01T00:00:00Z','Comment':'c'"))
                .contains(".then(waitUntil(\"Work\", Instant.parse(\"2026-01-01T00:00:00Z\")).comment(\"c\"))");
        assertThat(Imports.textOf("'Type':'Wait','Timestamp':'2026-01-01T00:00:00.0+01:00'"))
                .contains("waitUntil(\"Work\", timestamp(json(");
        assertThat(Imports.textOf("'Type':'Wait','Seconds':1,'OutputPath':'$.x'"))
                .contains(".then(waitFor(\"Work\", Duration.ofSeconds(1)).output(");
    }

    @Test
    void what_a_function_is_given_is_a_record() {
        assertThat(
                        Imports.textOf(
                                "'Type':'Task','Resource':'${Work}',"
                                        + "'Parameters':{'id.$':'$.order.id','to':{'mail':'a'},'tags':['x','y'],'run.$':'$$.Execution.Name'}"))
                .contains("record WorkArguments(JsonNode id, To to, List<String> tags, String run)")
                .contains("record To(String mail)")
                .contains(
                        "arguments(WorkArguments::new, path(Data::order).get(Order::id), object(To::new, value(\"a\")), "
                                + "value(List.of(\"x\", \"y\")), Context.executionName())");
    }

    @Test
    void an_object_of_jsonata_is_said_by_its_fields() {
        assertThat(Imports.textOf("'QueryLanguage':'JSONata','Type':'Task','Resource':'${Work}','Arguments':{"
                        + "'id':'{% $states.input.id %}','by':'{%$x%}','run':'{% $states.context.Execution.Id %}',"
                        + "'at':'{% $now() %}','fix':{'a':[1,'{% 2 %}'],'b':['x'],'c':null}},"
                        + "'Output':'{% $states.input %}'"))
                .contains("json(field(\"id\", jsonata(\"$states.input.id\")), field(\"by\", jsonata(\"{%$x%}\")), "
                        + "field(\"run\", Context.executionId()), field(\"at\", now()), field(\"fix\", json(")
                .contains("field(\"b\", value(List.of(\"x\"))), field(\"c\", json(\"null\"))")
                .contains(".given(JsonNode.class).discardResult()");
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
