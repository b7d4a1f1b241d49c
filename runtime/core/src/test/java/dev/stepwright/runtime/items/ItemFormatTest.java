package dev.stepwright.runtime.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ItemFormatTest {
    private static JsonNode json(String text) {
        return JsonDocument.parse(text.replace('\'', '"')).root();
    }

    private static JsonNode body(String text) {
        return JsonNodeFactory.instance.objectNode().put("Body", text);
    }

    private static List<String> csv(CsvLayout layout, String text) {
        return new ItemFormat(ItemFormat.Type.CSV, layout, null, false)
                .items(body(text))
                .valueStream()
                .map(JsonText::compact)
                .toList();
    }

    @Test
    void rows_become_objects_of_texts_and_a_line_of_blanks_is_a_row() {
        assertThat(csv(CsvLayout.DEFAULT, "a,b\n1,2,3\n\"x,\"\"y\"\"\nz\",\n   \n"))
                .containsExactly(
                        "{\"a\":\"1\",\"b\":\"2\"}",
                        "{\"a\":\"x,\\\"y\\\"\\nz\",\"b\":\"\"}",
                        "{\"a\":\"   \",\"b\":\"\"}");
    }

    @Test
    void headers_may_be_given_and_cells_be_parted_otherwise() {
        assertThat(csv(new CsvLayout('|', List.of("p", "q")), "1\r0|2\r\n3\r"))
                .containsExactly("{\"p\":\"1\\r0\",\"q\":\"2\"}", "{\"p\":\"3\",\"q\":\"\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"x"})
    void the_end_of_the_text_ends_a_cell_in_quotes(String cell) {
        assertThat(csv(CsvLayout.DEFAULT, "a\n" + cell)).containsExactly("{\"a\":\"x\"}");
    }

    /** The first row is the one of AWS's guide. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "abc,{\"\"k\"\":\"\"v\"\"}       ; {\"a\":\"abc\",\"b\":\"{\\\"k\\\":\\\"v\\\"}\"}",
                "C:\\\\Program Files\\\\x,1 ; {\"a\":\"C:\\\\Program Files\\\\x\",\"b\":\"1\"}",
                "x\\,y,\\\"z\\\"           ; {\"a\":\"x,y\",\"b\":\"\\\"z\\\"\"}",
                "\"\\\"x\\\",\\q\",\\y       ; {\"a\":\"\\\"x\\\",q\",\"b\":\"y\"}",
                "x\\|y,\"\",z           ; {\"a\":\"x|y\",\"b\":\"\"}"
            })
    void a_quote_written_twice_is_one_and_a_backslash_keeps_what_is_special(String line, String row) {
        assertThat(csv(CsvLayout.DEFAULT, "a,b\n" + line + "\n")).containsExactly(row);
    }

    @Test
    void headers_that_are_equal_are_refused() {
        assertThatThrownBy(() -> csv(CsvLayout.DEFAULT, "a,a\n1,2\n"))
                .isInstanceOfSatisfying(
                        EvaluationFailure.class,
                        e -> assertThat(e.error() + ": " + e.detail())
                                .isEqualTo("States.ItemReaderFailed: CSV headers cannot contain duplicates."));
    }

    @Test
    void a_json_array_is_read_from_its_text_from_below_a_pointer_or_as_it_is() {
        ItemFormat whole = new ItemFormat(ItemFormat.Type.JSON, CsvLayout.DEFAULT, null, false);
        ItemFormat below =
                new ItemFormat(ItemFormat.Type.JSON, CsvLayout.DEFAULT, JsonPointer.compile("/data/0"), false);

        assertThat(whole.items(body("[1,2]"))).hasSize(2);
        assertThat(whole.items(json("[1,2,3]"))).hasSize(3);
        assertThat(below.items(body("{\"data\":[[5]]}"))).hasSize(1);
    }

    @Test
    void the_members_of_an_object_are_items_where_that_is_set_and_a_scalar_has_none() {
        ItemFormat whole = new ItemFormat(ItemFormat.Type.JSON, CsvLayout.DEFAULT, null, true);
        ItemFormat below = new ItemFormat(ItemFormat.Type.JSON, CsvLayout.DEFAULT, JsonPointer.compile("/data"), true);
        ItemFormat recorded = new ItemFormat(ItemFormat.Type.JSON, CsvLayout.DEFAULT, null, false);

        assertThat(below.items(body("{\"data\":{\"a\":1}}"))).isEqualTo(json("{'a':1}"));
        assertThatThrownBy(() -> recorded.items(body("{}")))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessageContaining("Attempting to map over non-iterable node.");
        assertThatThrownBy(() -> whole.items(body("1")))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessageContaining("Attempting to map over non-iterable node.");
        assertThatThrownBy(() -> below.items(body("{}")))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessageContaining("ItemsPointer does not match");
    }

    @Test
    void lines_of_json_and_lists_of_objects_are_items() {
        assertThat(new ItemFormat(ItemFormat.Type.JSONL, CsvLayout.DEFAULT, null, false)
                        .items(body("1\n \n{\"a\":2}\n")))
                .hasSize(2);
        assertThat(new ItemFormat(ItemFormat.Type.LIST, CsvLayout.DEFAULT, null, false)
                        .items(json("{'Contents':[{'Key':'k'}]}")))
                .containsExactly(json("{'Key':'k'}"));
    }

    @Test
    void a_list_of_no_objects_has_no_items() {
        ItemFormat list = new ItemFormat(ItemFormat.Type.LIST, CsvLayout.DEFAULT, null, false);

        assertThat(list.items(json("{'KeyCount':0,'Name':'bucket','Prefix':'none/'}")))
                .isEmpty();
        assertThatThrownBy(() -> list.items(json("{'Contents':'none'}")))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessageContaining("Attempting to map over non-iterable node.");
    }
}
