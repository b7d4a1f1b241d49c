package dev.stepwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation and the Javadoc of packages show as code is a region of a file that is compiled and tested. */
class SnippetsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SNIPPET = Pattern.compile(
            "<!-- snippet: (\\S+?)(?:#(\\S+))? -->\\R(?:```\\w+|<pre>\\{@code)\\R(.*?)(?:```|\\}</pre>)",
            Pattern.DOTALL);

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        pages.addAll(below("docs", ".md"));
        for (String module : List.of("dsl", "runtime/core", "runtime/testkit")) {
            pages.addAll(below(module + "/src/main/java", "package-info.java"));
        }
        return pages.stream();
    }

    private static List<Path> below(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** Returns the text of a page; that of a comment in Java without what begins its lines. */
    private static String text(Path page) throws IOException {
        String text = Files.readString(page);
        return page.toString().endsWith(".java") ? text.replaceAll("(?m)^ \\* ?", "") : text;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_snippet_is_the_region_that_it_names(Path page) throws IOException {
        Matcher snippet = SNIPPET.matcher(text(page));

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
