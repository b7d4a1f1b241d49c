package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    private static final String A = "{'Variable':'$.a','NumericEquals':1}";
    private static final String B = "{'Variable':'$.b','StringEquals':'x'}";
    private static final String C = "{'Variable':'$.c','BooleanEquals':true}";

    @ParameterizedTest
    @CsvSource({"And, and", "Or, or"})
    void a_list_of_conditions_is_a_chain_of_words(String field, String word) {
        Imports imports = imports("{'" + field + "':[" + A + "," + B + "," + C + "],'Next':'End'}");

        assertThat(imports.failures()).isEmpty();
        assertThat(text(imports))
                .contains("path(Data::a).equalTo(1)." + word + "(path(Data::b).equalTo(\"x\"))." + word
                        + "(path(Data::c).isTrue())");
    }

    @Test
    void a_list_at_the_head_of_such_a_list_stays_one_of_its_own() {
        Imports imports = imports("{'And':[{'And':[" + A + "," + B + "]}," + C + "],'Next':'End'}");

        assertThat(imports.failures()).isEmpty();
    }

    @Test
    void a_first_condition_that_stands_as_it_is_does_not_tell_the_input() {
        Imports imports = imports("{'Variable':'$x','StringEquals':'a','Next':'End'}");

        assertThat(imports.failures()).isEmpty();
        assertThat(text(imports)).contains("choice(\"Ask\").given(JsonNode.class).when(condition(");
    }

    @Test
    void a_condition_that_stands_as_it_is_may_head_a_list() {
        Imports imports = imports("{'Or':[{'Variable':'$x','StringEquals':'a'}," + A + "],'Next':'End'}");

        assertThat(imports.failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 3000})
    void a_list_of_any_length_compiles(int length) {
        Imports imports = imports("{'Or':[" + String.join(",", Collections.nCopies(length, B)) + "],'Next':'End'}");

        assertThat(imports.failures()).isEmpty();
    }

    private static Imports imports(String rule) {
        String machine = "{'StartAt':'Ask','States':{'Ask':{'Type':'Choice','Choices':[" + rule
                + "],'Default':'End'},'End':{'Type':'Succeed'}}}";
        return Imports.of(List.of(AslDocument.parse("asking", machine.replace('\'', '"'))));
    }

    private static String text(Imports imports) {
        return imports.sources().get(0).text().replaceAll("\\s+(?=\\.)|(?<=\\()\\s+", "");
    }
}
