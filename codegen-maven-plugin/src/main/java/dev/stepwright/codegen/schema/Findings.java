package dev.stepwright.codegen.schema;

import dev.stepwright.codegen.schema.Finding.Level;
import dev.stepwright.json.Position;
import java.nio.file.Path;
import java.util.ArrayList;
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

    public void add(Finding finding) {
        found.add(finding);
    }

    /** Adds an error at a place of a text that is no schema, for example of a definition. */
    public void error(Path file, Position position, String rule, String message) {
        add(new Finding(file, position, Level.ERROR, rule, message));
    }

    void error(Place place, Rule rule, String message) {
        error(place.file().path(), place.position(), rule.id(), message);
    }

    void warning(Place place, Rule rule, String message) {
        add(new Finding(place.file().path(), place.position(), Level.WARNING, rule.id(), message));
    }

    public boolean hasErrors() {
        return count(Level.ERROR) > 0;
    }

    public long count(Level level) {
        return found.stream().filter(finding -> finding.level() == level).count();
    }

    /** Returns all findings by file, line and column. */
    public List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(BY_PLACE);
        return List.copyOf(sorted);
    }
}
