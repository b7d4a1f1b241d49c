package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code cases/findings} holds the files of a source directory, each under a line {@code --- path}, and under
 * {@code --- expected} the findings, one a line.
 */
class FindingsTest {
    private static final Path CASES = Path.of("src/test/resources/cases/findings");
    private static final String EXPECTED = "expected";

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void what_is_wrong_is_told_with_file_line_and_column(String name, @TempDir Path directory) throws IOException {
        Sources sources = new Sources(directory);
        String expected = "";
        for (String part : Files.readString(CASES.resolve(name)).split("(?m)^--- ")) {
            String[] headAndText = part.split("\n", 2);
            if (headAndText[0].equals(EXPECTED)) {
                expected = headAndText[1].strip();
            } else if (!headAndText[0].isBlank()) {
                sources.with(headAndText[0].strip(), headAndText[1]);
            }
        }

        String findings = String.join("\n", sources.findings());

        assertThat(findings).isEqualTo(expected);
    }
}
