package dev.stepwright.benchmarks.compare;

import dev.stepwright.benchmarks.peer.Pace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param quick whether figures are only to show that everything works
 * @param only the parts to run; all if empty
 * @param work a folder for what is fetched and written
 * @param json where the results go
 * @param markdown a page in which the tables are replaced, or null
 */
record Settings(
        boolean quick,
        Set<String> only,
        Path work,
        Path json,
        @Nullable Path markdown) {
    static final String USAGE = """
            compare [--quick] [--only PART,...] [--work FOLDER] [--json FILE] [--markdown FILE]
            parts: plain-java stepwright serverlessworkflow dashjoin aws-local journal durable postgres dbos express http jsonata
            """;

    static Settings of(String[] arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean quick = words.remove("--quick");
        String only = value(words, "--only");
        Path work = Path.of(or(value(words, "--work"), "runtime/benchmarks/target/compare"));
        String json = value(words, "--json");
        String markdown = value(words, "--markdown");
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("unknown: " + String.join(" ", words) + "\n" + USAGE);
        }
        return new Settings(
                quick,
                only == null ? Set.of() : Set.of(only.split(",", -1)),
                work,
                json == null ? work.resolve("results.json") : Path.of(json),
                markdown == null ? null : Path.of(markdown));
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }

    private static @Nullable String value(List<String> words, String option) {
        int at = words.indexOf(option);
        if (at < 0) {
            return null;
        }
        if (at + 1 == words.size()) {
            throw new IllegalArgumentException(option + " needs a value\n" + USAGE);
        }
        words.remove(at);
        return words.remove(at);
    }

    boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }

    Pace pace() {
        return quick ? new Pace(0.8, 0.3, 1) : new Pace(3, 1.5, 3);
    }

    /** The engine itself decides the gates, so it gets the longest warm-up. */
    Pace expressPace() {
        return quick ? new Pace(1, 3, 1) : new Pace(10, 60, 1);
    }

    List<String> jsonataTurns() {
        return quick ? List.of("3", "0.1") : List.of("9", "0.4");
    }
}
