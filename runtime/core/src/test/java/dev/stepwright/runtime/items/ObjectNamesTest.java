package dev.stepwright.runtime.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.items.ObjectNames.Contents;
import dev.stepwright.runtime.items.ObjectNames.Kind;
import dev.stepwright.runtime.items.ObjectNames.Place;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ObjectNamesTest {
    private static final ItemFormat JSON = new ItemFormat(ItemFormat.Type.JSON, CsvLayout.DEFAULT, null, false);

    private static JsonNode body(String text) {
        return JsonNodeFactory.instance.objectNode().put("Body", text);
    }

    private static Contents contents(Kind kind, JsonNode answer) {
        return new ObjectNames(kind, JSON)
                .contents(JsonDocument.parse("{\"Bucket\":\"b\"}").root(), answer);
    }

    @Test
    void objects_of_a_list_are_in_its_bucket_and_folders_are_none() {
        JsonNode list = JsonDocument.parse("{\"Contents\":[{\"Key\":\"f/\"},{\"Key\":\"f/x\"}]}")
                .root();

        assertThat(contents(Kind.LISTING, list).places()).containsExactly(new Place("b", "f/x"));
    }

    @Test
    void an_inventory_tells_the_bucket_of_its_files_and_their_columns() {
        String manifest = """
                {"fileFormat":"CSV","destinationBucket":"arn:aws:s3:::d","fileSchema":"Bucket, Key","files":[{"key":"f/1"}]}""";

        Contents contents = contents(Kind.INVENTORY, body(manifest));

        assertThat(contents.places()).containsExactly(new Place("d", "f/1"));
        assertThat(contents.format().items(body("b,k")))
                .containsExactly(
                        JsonDocument.parse("{\"Bucket\":\"b\",\"Key\":\"k\"}").root());
    }

    @Test
    void an_inventory_of_another_format_than_csv_is_refused() {
        assertThatThrownBy(() -> contents(Kind.INVENTORY, body("{\"fileFormat\":\"ORC\",\"files\":[]}")))
                .hasMessageContaining("States.ItemReaderFailed")
                .hasMessageContaining("\"ORC\"");
    }

    @Test
    void a_manifest_of_athena_holds_locations_and_nothing_else() {
        assertThat(contents(Kind.ATHENA, body("s3://c/k/1\r\n\ns3://c/k/2\n")).places())
                .containsExactly(new Place("c", "k/1"), new Place("c", "k/2"));
        assertThatThrownBy(() -> contents(Kind.ATHENA, body("{}"))).hasMessageContaining("\"{}\" is none");
    }
}
