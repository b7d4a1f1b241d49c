package dev.stepwright.validation;

import dev.stepwright.asl.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What docs/rules.md says about a rule, in Markdown.
 *
 * @param id for example {@code ASL-STA-007}
 * @param severity how bad what it finds is
 * @param finds what is wrong, without a full stop
 * @param why why that matters
 * @param wrong an example of it, may be empty
 * @param right how it is mended
 */
public record RuleDescription(String id, Severity severity, String finds, String why, String wrong, String right) {
    private static final String PAGE = "/META-INF/stepwright/rules.md";
    private static final List<RuleDescription> ALL = read();

    /** Returns all rules in the order of the page. */
    public static List<RuleDescription> all() {
        return ALL;
    }

    private static List<RuleDescription> read() {
        try (InputStream page = RuleDescription.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException("the resource " + PAGE + " of stepwright-dsl is missing");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("| ASL-"))
                    .map(RuleDescription::ofRow)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleDescription ofRow(String row) {
        String[] cells = row.split("(?<!\\\\)\\|", -1);
        return new RuleDescription(
                cell(cells[1]),
                Severity.valueOf(cell(cells[2]).toUpperCase(Locale.ROOT)),
                cell(cells[3]),
                cell(cells[4]),
                cell(cells[5]),
                cell(cells[6]));
    }

    private static String cell(String text) {
        return text.strip().replace("\\|", "|");
    }
}
