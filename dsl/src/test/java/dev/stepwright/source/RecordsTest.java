package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the data of a machine and of its inner scopes becomes. */
class RecordsTest {
    private static final String CHECK =
            "'StartAt':'Ask','States':{'Ask':{'Type':'Choice','Choices':[{'Variable':'$.sku','StringEquals':'x',"
                    + "'Next':'Stop'}],'Default':'Go'},'Stop':{'Type':'Fail'},'Go':{'Type':'Pass','End':true}}";

    @Test
    void an_item_of_a_list_is_what_the_processor_reads() {
        String text = text("'Type':'Map','ItemsPath':'$.cart.lines','ItemProcessor':{" + CHECK + "}");

        assertThat(text)
                .contains("record Data(Cart cart)")
                .contains("record Cart(List<Line> lines)")
                .contains("record Line(String sku)")
                .contains("map(\"Work\", path(Data::cart).get(Cart::lines), given(Line.class)");
    }

    @Test
    void an_item_selector_makes_a_record_of_what_is_known_on_both_sides() {
        String text = text("'Type':'Map','ItemsPath':'$.lines','ItemSelector':{'sku.$':'$$.Map.Item.Value.code',"
                + "'place.$':'$$.Map.Item.Index','shop.$':'$.shop','kind':'box'},'ItemProcessor':{" + CHECK + "}");

        assertThat(text)
                .contains("record Data(JsonNode shop, List<Line> lines)")
                .contains("record Line(String code)")
                .contains("record WorkItem(String sku, Integer place, JsonNode shop, String kind)")
                .contains("object(WorkItem::new, item(Line::code), itemIndex(), path(Data::shop), value(\"box\"))");
    }

    @Test
    void a_batch_is_a_record_around_its_items() {
        String processor = "'StartAt':'Each','States':{'Each':{'Type':'Map','ItemsPath':'$.Items','End':true,"
                + "'ItemProcessor':{" + CHECK + "}}}";
        String text = text("'Type':'Map','ItemReader':{'Resource':'arn:aws:states:::s3:getObject',"
                + "'ReaderConfig':{'InputType':'JSONL'},'Parameters':{'Bucket.$':'$.bucket','Key':'k'}},"
                + "'ItemBatcher':{'MaxItemsPerBatch':5},'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED',"
                + "'ExecutionType':'EXPRESS'}," + processor + "}");

        assertThat(text)
                .contains("record Data(String bucket)")
                .contains("path(Data::bucket), value(\"k\")")
                .contains("ItemFormat.jsonLines(Item.class)")
                .contains(".takenAs(WorkBatch.class)")
                .contains("path(WorkBatch::items), given(Item.class)");
    }

    @Test
    void branches_take_a_record_of_what_parameters_make() {
        String text = text("'Type':'Parallel','Parameters':{'sku.$':'$.code'},'Branches':[{" + CHECK + "}]");

        assertThat(text)
                .contains("record Data(String code)")
                .contains("record WorkInput(String sku)")
                .contains(".arguments(WorkInput::new, path(Data::code))");
    }

    @Test
    void an_element_of_a_list_is_asked_in_words() {
        String text = text("'Type':'Choice','Choices':[{'And':[{'Variable':'$.lines[0].sku','StringEquals':'x'},"
                + "{'Variable':'$.names[1]','StringEquals':'y'},{'Variable':'$','IsPresent':true}],'Next':'Done'}],"
                + "'Default':'Done'},'Done':{'Type':'Succeed'");

        assertThat(text)
                .contains("path(Data::lines).item(0).get(Line::sku).equalTo(\"x\")")
                .contains("text(path(Data::names).item(1)).equalTo(\"y\")")
                .contains(".and(condition(");
    }

    @Test
    void a_list_of_objects_in_a_template_is_typed() {
        String text = text(
                "'Type':'Task','Resource':'arn:aws:states:::events:putEvents','Parameters':{'Entries':["
                        + "{'Detail':{'id.$':'$.order.id'},'Tags':[{'k':'v'},{'k.$':'$.tag'}],'Source':'shop'},{'Source':'x'}]}");

        assertThat(text)
                .contains("record Data(Order order, JsonNode tag)")
                .contains("field(\"Entries\", listOf(json(field(\"Detail\", json(field(\"id\", "
                        + "path(Data::order).get(Order::id)))),");
    }

    @Test
    void what_a_service_takes_as_a_text_is_one() {
        String text = text("'Type':'Task','Resource':'arn:aws:states:::dynamodb:putItem','Parameters':{"
                + "'TableName.$':'$.table','Item':{'id':{'S.$':'$.id'},'count':{'N.$':'$.count'},"
                + "'tags':{'SS.$':'$.tags'}}}");

        assertThat(text).contains("record Data(String table, String id, String count, JsonNode tags)");
    }

    @Test
    void what_a_batch_has_beside_its_items_is_made_in_words() {
        String text = text("'Type':'Map','ItemBatcher':{'MaxItemsPerBatch':5,'BatchInput':{'run.$':'$.run'}},"
                + "'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'}," + CHECK
                + "}");

        assertThat(text).contains(".batches(Batches.ofItems(5).input(json(field(\"run\", path(Data::run)))))");
    }

    @Test
    void settings_are_read_in_the_order_of_the_document() {
        String text = text("'Type':'Task','Resource':'${A}','TimeoutSecondsPath':'$.b','HeartbeatSecondsPath':'$.a'");

        assertThat(text).contains("record Data(Integer b, Integer a)").contains(".timeout(path(Data::b))");
    }

    @Test
    void two_lists_that_are_made_of_each_other_do_not_go_round() {
        String text = text("'Type':'Pass','Parameters':{'all.$':'$','first.$':'$.all.first'}");

        assertThat(text).contains("record Data(");
    }

    @Test
    void a_rule_for_trying_again_that_several_states_have_is_a_constant() {
        String retry =
                "'Retry':[{'ErrorEquals':['Lambda.ServiceException','Lambda.SdkClientException'],'MaxAttempts':6}]";
        String text = text("'Type':'Task','Resource':'${A}'," + retry + ",'Next':'More'},'More':{'Type':'Task',"
                + "'Resource':'${B}'," + retry);

        assertThat(text)
                .contains("private static final Retry ON_LAMBDA_SERVICE_EXCEPTION =")
                .containsPattern("(?s)A\\)\\.retry\\(ON_LAMBDA_SERVICE_EXCEPTION\\).*B\\)\\.retry\\(ON_LAMBDA_");
    }

    private static String text(String state) {
        return Imports.textOf(state);
    }
}
