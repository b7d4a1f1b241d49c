package dev.stepwright.codegen.schema;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.Position;
import dev.stepwright.validation.Suppressions;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The findings of one run, each once. */
public final class Findings {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::file)
            .thenComparing(f -> f.position().line())
            .thenComparing(f -> f.position().column());

    private final Set<Finding> found = new LinkedHashSet<>();
    private final boolean strict;
    private final Suppressions suppressions;
    private int suppressed;

    /**
     * Starts without any.
     *
     * @param strict whether a warning stops the build as an error does
     * @param suppressions what is not told about definitions
     */
    public Findings(boolean strict, Suppressions suppressions) {
        this.strict = strict;
        this.suppressions = suppressions;
    }

    public Suppressions suppressions() {
        return suppressions;
    }

    /** Returns all that decides what is told and what stops the build. */
    public String settings() {
        return strict + " " + suppressions;
    }

    /** Counts findings that are not told. */
    public void suppressed(int count) {
        suppressed += count;
    }

    /** Returns how many findings are not told. */
    public int suppressedCount() {
        return suppressed;
    }

    /** Returns all findings in the order in which they were found. */
    public List<Finding> all() {
        return List.copyOf(found);
    }

    /** Returns how many findings are not told, as the end of a sentence; nothing if all are. */
    public String suppressedToo() {
        return suppressed == 0 ? "" : "; " + suppressed + " finding(s) suppressed";
    }

    public void add(Finding finding) {
        found.add(finding);
    }

    /** Adds an error at a place of a text that is no schema, for example of a definition. */
    public void error(Path file, Position position, String rule, String message) {
        add(new Finding(file, position, Severity.ERROR, rule, message));
    }

    /** Adds an error at a place of a schema. */
    public void error(Place place, Rule rule, String message) {
        error(place.file().path(), place.position(), rule.id(), message);
    }

    /** Adds what is doubtful at a place of a schema. */
    public void warning(Place place, Rule rule, String message) {
        add(new Finding(place.file().path(), place.position(), Severity.WARNING, rule.id(), message));
    }

    /** Adds what could be better in a schema. */
    public void hint(Place place, String rule, String message) {
        add(new Finding(place.file().path(), place.position(), Severity.HINT, rule, message));
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** Returns whether there is reason to end the build and to write nothing. */
    public boolean stopTheBuild() {
        return hasErrors() || (strict && count(Severity.WARNING) > 0);
    }

    /** Returns how many findings there are. */
    public String counts() {
        return "%d error(s) and %d warning(s) in definitions and schemas%s"
                .formatted(count(Severity.ERROR), count(Severity.WARNING), suppressedToo());
    }

    /** Returns how many findings there are, and the first that stops the build. */
    public String summary() {
        Severity worst = hasErrors() ? Severity.ERROR : Severity.WARNING;
        String first = sorted().stream()
                .filter(finding -> finding.severity() == worst)
                .map(Finding::text)
                .findFirst()
                .orElse("none");
        return counts() + ". The first: " + first;
    }

    private long count(Severity severity) {
        return found.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** Returns the findings by file, line and column. Hints are left out beside errors: there is more urgent work then. */
    public List<Finding> sorted() {
        return found.stream()
                .filter(finding -> finding.severity() != Severity.HINT || !hasErrors())
                .sorted(BY_PLACE)
                .toList();
    }
}
