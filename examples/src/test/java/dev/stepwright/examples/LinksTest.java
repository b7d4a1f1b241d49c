package dev.stepwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links within the documentation lead to files and headings that are there, and every page can be found. */
class LinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
            return pages.stream();
        }
    }

    private static List<String> links(Path page) throws IOException {
        Matcher found = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll("code"));
        return found.results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("(?i)[a-z]+:.*"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_link_leads_to_a_file_and_to_a_heading_in_it(Path page) throws IOException {
        for (String link : links(page)) {
            String[] parts = link.split("#", 2);
            Path target =
                    parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();

            assertThat(target).as("%s links to %s", page, link).exists();
            if (parts.length > 1) {
                assertThat(anchors(target)).as("%s links to %s", page, link).contains(parts[1]);
            }
        }
    }

    /** The anchors of headings as GitHub makes them; a second heading of the same text gets a number. */
    private static List<String> anchors(Path page) throws IOException {
        String text = Files.readString(page).replaceAll("(?s)```.*?```", "");
        Map<String, Integer> seen = new HashMap<>();
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .map(anchor -> {
                    int before = seen.merge(anchor, 1, Integer::sum) - 1;
                    return before == 0 ? anchor : anchor + "-" + before;
                })
                .toList();
    }

    @Test
    void every_page_is_linked_from_the_readme_or_from_a_page_that_is() throws IOException {
        List<Path> reached = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (int i = 0; i < reached.size(); i++) {
            for (String link : links(reached.get(i))) {
                Path target =
                        reached.get(i).resolveSibling(link.split("#", 2)[0]).normalize();
                if (target.toString().endsWith(".md") && !reached.contains(target)) {
                    reached.add(target);
                }
            }
        }

        assertThat(pages().filter(page -> !page.startsWith(ROOT.resolve("docs/adr"))))
                .isSubsetOf(reached);
    }
}
