package dev.stepwright.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencePathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.store.book|store",
                "$.store\\.book|store.book",
                "$['store']['book']|store",
                "$.&Ж中.\\uD800|&Ж中",
                "$.foo\\@bar.baz\\[\\[.\\?pretty|foo@bar",
                "$['a@b,c:d?e*f']|a@b,c:d?e*f",
                "$[\"it's\"]|it's",
                "$['it\\'s']|it's"
            })
    void a_name_may_be_escaped_or_in_brackets(String text, String first) {
        assertThat(ReferencePath.parse(text).steps().get(0)).isEqualTo(new PathStep.Name(first));
    }

    @Test
    void an_index_may_count_from_the_end() {
        assertThat(ReferencePath.parse("$.a[-1]").steps())
                .containsExactly(new PathStep.Name("a"), new PathStep.Index(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.a[*]", "$.*", "$..a", "$.a[0:1]", "$.a[0,1]", "$['a','b']", "$.a[?(@.b)]"})
    void a_path_to_several_places_is_refused(String text) {
        assertThatThrownBy(() -> ReferencePath.parse(text))
                .isInstanceOf(ExpressionSyntaxException.class)
                .hasMessageContaining("can lead to several places; a reference path has only names and indexes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", ",", ":", "?", "*"})
    void a_special_character_must_be_escaped(String character) {
        assertThatThrownBy(() -> ReferencePath.parse("$.a" + character + "b"))
                .isInstanceOf(ExpressionSyntaxException.class)
                .hasMessageContaining("a reference path must not contain \"" + character
                        + "\" outside of a bracketed name; write it as \\" + character + " or ['...']");
        assertThat(ReferencePath.parse("$.a\\" + character + "b").steps())
                .containsExactly(new PathStep.Name("a" + character + "b"));
    }
}
