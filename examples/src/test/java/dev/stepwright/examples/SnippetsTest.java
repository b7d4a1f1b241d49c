package dev.stepwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows as code is a region of a file that is compiled and tested. */
class SnippetsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+?)(?:#(\\S+))? -->\\R```\\w+\\R(.*?)```", Pattern.DOTALL);

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                    Stream.of(ROOT.resolve("README.md")),
                    docs.filter(page -> page.toString().endsWith(".md")).toList().stream())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_snippet_is_the_region_that_it_names(Path page) throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(page));

        while (snippet.find()) {
            assertThat(snippet.group(3))
                    .as(page + " shows " + snippet.group(1))
                    .isEqualTo(region(ROOT.resolve(snippet.group(1)), snippet.group(2)));
        }
    }

    /** Returns the lines between {@code // region NAME} and {@code // endregion}, moved to the left; the whole file if no name is given. */
    private static String region(Path file, String name) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (name != null) {
            int start = index(lines, 0, "// region " + name);
            lines = lines.subList(start + 1, index(lines, start, "// endregion"));
        }
        return String.join("\n", lines).stripIndent().replaceFirst("^\n+", "").stripTrailing() + "\n";
    }

    private static int index(List<String> lines, int from, String marker) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(marker)) {
                return i;
            }
        }
        throw new AssertionError("there is no line \"" + marker + "\"");
    }
}
