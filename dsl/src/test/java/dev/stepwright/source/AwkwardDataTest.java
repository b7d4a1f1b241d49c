package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data whose records, lists and names are easily taken for something else in Java. */
class AwkwardDataTest {
    private static final String TASK =
            "'StartAt':'A','States':{'A':{'Type':'Task','Resource':'${A}','ResultPath':'$.x'";
    private static final String BRANCHES = "'Branches':[{" + TASK + ",'End':true}}}],";

    @Test
    void numbers_in_lists_are_settings() {
        comeBack(
                "'Type':'Map','MaxConcurrencyPath':'$.n[0]','ItemsPath':'$.xs','ItemProcessor':{" + TASK
                        + ",'End':true}}}",
                "'Type':'Task','Resource':'${A}','TimeoutSecondsPath':'$.n[0]','HeartbeatSecondsPath':'$.n[1]'",
                "'Type':'Wait','SecondsPath':'$.n[0]'");
    }

    @Test
    void lists_in_lists_are_asked() {
        comeBack(choice(
                "'Variable':'$.m[0][1]','NumericEquals':1",
                "'Variable':'$.m[2][0]','NumericEquals':2",
                "'Variable':'$.k[1].z[0][1]','StringEquals':'x'"));
    }

    @Test
    void results_go_into_lists() {
        comeBack(
                "'Type':'Task','Resource':'${A}','ResultPath':'$.a[0].b'",
                "'Type':'Pass','Parameters':{'b.$':'$.b'},'ResultPath':'$.a[0].b'",
                "'Type':'Pass','Parameters':{'c.$':'$.b'},'ResultPath':'$.größe'",
                "'Type':'Pass','Result':{'c':1},'ResultPath':'$.a[0]'",
                "'Type':'Pass','InputPath':'$.b','ResultPath':'$.a[0]'",
                "'Type':'Task','Resource':'${A}','Catch':[{'ErrorEquals':['States.ALL'],'ResultPath':'$.list[0]',"
                        + "'Next':'D'}],'Next':'D'},'D':{'Type':'Pass'");
    }

    @Test
    void fields_have_the_names_of_types_of_java_and_of_constants() {
        comeBack(
                choice("'Variable':'$.double.x','NumericEquals':1", "'Variable':'$.y','NumericEquals':2"),
                "'Type':'Parallel','Parameters':{'a':{'b':{'c':'x'}}}," + BRANCHES.replace("$.x", "$.a.b.d")
                        + "'ResultPath':'$.y'");
    }

    @Test
    void constants_are_larger_than_an_int() {
        comeBack("'Type':'Pass','Parameters':{'n':12345678901,'m':123456789012345678901},'Next':'C'},'C':{"
                + choice("'Variable':'$.n','IsPresent':true", "'Variable':'$.m','IsPresent':true"));
    }

    @Test
    void work_takes_nothing_of_the_input() {
        comeBack(
                "'Type':'Task','Resource':'${A}','InputPath':null,'ResultPath':'$.y'",
                "'Type':'Parallel','InputPath':null," + BRANCHES + "'ResultPath':'$.y'",
                "'Type':'Parallel','InputPath':null,'Parameters':{'q.$':'$.r'}," + BRANCHES + "'ResultPath':'$.y'",
                "'Type':'Parallel','Parameters':{'q':'x'}," + BRANCHES + "'ResultPath':'$.y'",
                "'Type':'Parallel','Parameters':{'q':'x'}," + BRANCHES + "'ResultPath':null",
                "'Type':'Parallel','Parameters':{'q.$':'$.b..c'}," + BRANCHES + "'ResultPath':'$.y'",
                "'Type':'Parallel','Parameters':{'q':'{% other %}'}," + BRANCHES + "'ResultPath':'$.y'",
                "'Type':'Task','Resource':'${A}','Parameters':{'q':'{% other %}'},'ResultPath':'$.y'");
    }

    @Test
    void integrations_take_their_input_without_parameters() {
        String task = "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','ResultPath':'$.r'";
        Imports imports = comeBack(
                task,
                task + ",'InputPath':'$.x'",
                task + ",'InputPath':null,'Retry':[{'ErrorEquals':['States.ALL']}]",
                "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','QueryLanguage':'JSONata'");

        assertThat(imports.sources())
                .allSatisfy(source -> assertThat(source.text()).contains(".without("));
    }

    @Test
    void a_name_that_no_word_reads_is_no_other_field() {
        Imports imports = comeBack(choice("'Variable':'$.größe','NumericEquals':1"));

        assertThat(imports.sources().get(0).text()).doesNotContain("JsonNode gr");
    }

    private static String choice(String... tests) {
        return "'Type':'Choice','Choices':[{" + String.join(",'Next':'D'},{", tests)
                + ",'Next':'D'}],'Default':'D'},'D':{'Type':'Pass'";
    }

    private static Imports comeBack(String... states) {
        Imports imports = Imports.of(List.of(states).stream()
                .map(state -> "{'StartAt':'S','States':{'S':{" + state + ",'End':true}}}")
                .map(machine -> AslDocument.parse("awkward", machine.replace('\'', '"')))
                .toList());
        assertThat(imports.failures()).isEmpty();
        return imports;
    }
}
