package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in the documentation is what is generated. */
class GeneratedCodeTest {
    private static final Path PAGE = Path.of("../docs/generated-code.md");

    @Test
    void the_example_is_what_the_plugin_makes_of_its_schema(@TempDir Path directory) throws IOException {
        String page = Files.readString(PAGE);

        String text = new Sources(directory)
                .with("order.asl.json", Sources.DEFINITION)
                .with("order.input.schema.json", block(page, "json"))
                .text("com/acme/OrderInput.java");

        assertThat(text).isEqualTo(block(page, "java"));
    }

    private static String block(String page, String language) {
        Matcher block = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
