package dev.stepwright.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.server.api.ApiError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "with-hyphen_and.dot", "1", "\u00fcml\u00e4ut", "(a)!+='@"})
    void names_that_aws_takes_are_taken(String name) {
        assertThat(Names.checked(name)).isEqualTo(name);
    }

    @Test
    void each_forbidden_character_is_refused() {
        String forbidden = "<>{}[]?*\"#%\\^|~`$&,;:/ \t\n\u0000\u001f\u007f\u0085\u009f\u00a0\ufffe\uffff\ud800";

        forbidden
                .chars()
                .forEach(c -> assertThatThrownBy(() -> Names.checked("a" + (char) c))
                        .as("character %04x", c)
                        .isInstanceOf(ApiError.class)
                        .hasMessage("Invalid Name: 'a" + (char) c + "'"));
    }
}
