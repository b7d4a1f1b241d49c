package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.server.api.ApiError;
import org.junit.jupiter.api.Test;

class FormTest {
    @Test
    void fields_are_decoded_and_their_lines_end_as_in_java() {
        Form form = Form.parse("name=+a%26b+&input=%7B%0D%0A%7D&name=other&=x&empty=&flag");

        assertThat(form.text("name")).isEqualTo("a&b");
        assertThat(form.text("input")).isEqualTo("{\n}");
        assertThat(form.text("empty")).isEmpty();
        assertThat(form.text("flag")).isEmpty();
        assertThat(Form.parse("").fields()).isEmpty();
    }

    @Test
    void a_percent_sign_without_digits_is_refused() {
        assertThatThrownBy(() -> Form.parse("name=%zz"))
                .isInstanceOf(ApiError.class)
                .hasMessageContaining("\"%zz\"");
    }
}
