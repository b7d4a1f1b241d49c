package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no file, no text, or too much of one. */
class BadFilesTest {
    @TempDir
    Path directory;

    private Sources sources;

    @BeforeEach
    void start() {
        sources = new Sources(directory.resolve("src")).with("order.asl.json", Sources.DEFINITION);
    }

    @Test
    void directories_with_the_names_of_files_are_told() throws IOException {
        Files.createDirectories(directory.resolve("src/x.asl.json"));
        Files.createDirectories(directory.resolve("src/y.schema.json"));
        Files.createDirectories(directory.resolve("src/asl-codegen.json"));

        assertThat(sources.findings())
                .hasSize(3)
                .allMatch(
                        finding -> finding.endsWith(
                                ":[1,1] error ASL-GEN-006 this is a directory with the name of a definition or schema; rename it"));
    }

    @Test
    void a_link_that_leads_nowhere_is_told() throws IOException {
        Files.createSymbolicLink(directory.resolve("src/x.asl.json"), directory.resolve("nowhere"));

        assertThat(sources.findings())
                .containsExactly(
                        "x.asl.json:[1,1] error ASL-GEN-006 this is not a file, or a link to nothing; remove it");
    }

    @Test
    void a_file_in_place_of_the_directory_is_told() {
        assertThat(new Sources(directory.resolve("src/order.asl.json")).findings())
                .singleElement()
                .asString()
                .endsWith("error ASL-GEN-006 this is not a directory; give the directory of the definitions");
    }

    @Test
    void bytes_that_are_no_utf_8_are_told_with_their_place() throws IOException {
        Files.write(directory.resolve("src/a.schema.json"), new byte[] {'{', '"', (byte) 0xe4, '"', ':', '1', '}'});

        assertThat(sources.findings())
                .containsExactly(
                        "a.schema.json:[1,3] error ASL-SCH-001 byte 0xE4 is not UTF-8; save the file as UTF-8");
    }

    @Test
    void a_jar_that_is_none_is_named() throws IOException {
        Path jar = Files.writeString(directory.resolve("bad.jar"), "no zip");

        assertThatThrownBy(() -> new Sources(sources.directory(), List.of(jar)).findings())
                .hasMessageContaining("bad.jar is not a jar: ");
    }

    @Test
    void a_text_that_no_class_can_hold_is_an_error() {
        String text = "x".repeat(70_000);

        assertThat(sources.with("a.schema.json", "{\"$defs\": {\"A\": {\"const\": \"" + text + "\"}}}")
                        .findings())
                .containsExactly(
                        "a.schema.json:[1,27] error ASL-SCH-004 a text of 70000 bytes is longer than a Java class can hold"
                                + " (the limit here is 60000); allow any string, with a \"maxLength\"");
    }

    @Test
    void ten_megabytes_of_schema_are_read() {
        String comment = "x".repeat(10_000_000);

        assertThat(sources.with("a.schema.json", "{\"$comment\": \"" + comment + "\", \"enum\": [\"b\"]}")
                        .compiled()
                        .type("com.acme.A")
                        .getEnumConstants())
                .hasSize(1);
    }

    @Test
    void nesting_without_end_is_told_in_words_of_json() {
        String deep = "{\"not\":".repeat(600) + "{}" + "}".repeat(600);

        assertThat(sources.with("a.schema.json", deep).findings())
                .singleElement()
                .asString()
                .startsWith("a.schema.json:[1,")
                .endsWith("exceeds the maximum allowed (500)");
    }

    @Test
    void names_in_any_script_and_java_keywords_compile() {
        String names =
                List.of("class", "int", "hashCode", "\u00e4\u00f6", "\u540d\u524d", "a b", "1st", "$L", "*/").stream()
                        .map(name -> "\"" + name
                                + "\": {\"type\": \"string\", \"description\": \"*/ \\\\u002a/ $T {@link X}\"}")
                        .collect(Collectors.joining(", "));
        String states = IntStream.range(0, 2)
                .mapToObj(i -> "\"" + List.of("class", "\ud83d\ude00").get(i)
                        + "\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:eu-west-1:123456789012:function:f\", \"Comment\": \"*/ $L\", "
                        + (i == 0 ? "\"Next\": \"\ud83d\ude00\"}" : "\"End\": true}"))
                .collect(Collectors.joining(", "));

        Class<?> input = new Sources(directory.resolve("odd"))
                .with("class/1a/int.asl.json", "{\"StartAt\": \"class\", \"States\": {" + states + "}}")
                .with("class/1a/int.input.schema.json", "{\"type\": \"object\", \"properties\": {" + names + "}}")
                .compiled()
                .type("com.acme.class_._1a.IntInput");

        assertThat(input.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly(
                        "class_", "int_", "hashCode_", "\u00e4\u00f6", "\u540d\u524d", "aB", "_1st", "l", "value");
    }
}
