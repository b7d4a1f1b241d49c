package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about importing shows what comes out. */
class ImportPageTest {
    private static final Path PAGE = Path.of("../docs/import.md");

    @Test
    void the_class_on_the_page_is_what_becomes_of_the_definition_on_it() throws Exception {
        AslDocument definition = AslDocument.parse("job-poller.asl.json", block("json"));
        JavaSource source = JavaSource.of(definition, "com.acme");

        assertThat(source.text()).isEqualTo(block("java"));
        assertThat(source.raw()).isEmpty();
        Imported imported = Imported.of(List.of(source));
        assertThat(imported.messages()).isEmpty();
        assertThat(imported.definition(source)).isEqualTo(definition.definition());
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
