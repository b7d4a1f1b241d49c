package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class UnpackedTest {
    private static JsonNode body(String text) {
        return JsonNodeFactory.instance.objectNode().put("Body", text);
    }

    @Test
    void what_is_named_as_zipped_may_be_plain_text() {
        assertThat(Unpacked.of("a.json.gz", body("[1]"))).isEqualTo(body("[1]"));
    }

    @Test
    void plain_text_may_begin_like_what_is_zipped() {
        assertThat(Unpacked.of("a.csv.gz", body("H4sI,b\n1,2"))).isEqualTo(body("H4sI,b\n1,2"));
    }

    @Test
    void what_is_not_named_as_zipped_is_left_alone() {
        assertThat(Unpacked.of("a.json", body("H4sIAAAA"))).isEqualTo(body("H4sIAAAA"));
    }

    @Test
    void what_is_cut_off_cannot_be_unzipped() {
        assertThatThrownBy(() -> Unpacked.of("a.json.gz", body("H4sIAAAA")))
                .hasMessageContaining("States.ItemReaderFailed")
                .hasMessageContaining("a.json.gz cannot be unzipped: it is cut off");
    }
}
