package dev.stepwright.codegen.schema;

import dev.stepwright.json.Position;
import dev.stepwright.validation.Severity;
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

    /**
     * Starts without any.
     *
     * @param strict whether a warning stops the build as an error does
     */
    public Findings(boolean strict) {
        this.strict = strict;
    }

    public void add(Finding finding) {
        found.add(finding);
    }

    /** Adds an error at a place of a text that is no schema, for example of a definition. */
    public void error(Path file, Position position, String rule, String message) {
        add(new Finding(file, position, Severity.ERROR, rule, message));
    }

    void error(Place place, Rule rule, String message) {
        error(place.file().path(), place.position(), rule.id(), message);
    }

    void warning(Place place, Rule rule, String message) {
        add(new Finding(place.file().path(), place.position(), Severity.WARNING, rule.id(), message));
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** Returns whether there is reason to end the build and to write nothing. */
    public boolean stopTheBuild() {
        return hasErrors() || (strict && count(Severity.WARNING) > 0);
    }

    /** Returns how many findings there are, and the first that stops the build. */
    public String summary() {
        Severity worst = hasErrors() ? Severity.ERROR : Severity.WARNING;
        String first = sorted().stream()
                .filter(finding -> finding.severity() == worst)
                .map(Finding::text)
                .findFirst()
                .orElse("none");
        return "%d error(s) and %d warning(s) in definitions and schemas. The first: %s"
                .formatted(count(Severity.ERROR), count(Severity.WARNING), first);
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
