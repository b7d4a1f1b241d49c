package dev.stepwright.benchmarks.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code validation [FOLDER]}: reads and validates, types included, the definitions of a folder, and made ones of ten thousand
 * states; prints processor times and whether they are what they are to be. Nothing may grow faster than the definition.
 */
public final class Validation {
    private static final int WARM = 5;
    private static final double FOLDER_LIMIT = 1;
    private static final double LARGE_LIMIT = 2;
    private static final double GROWTH_LIMIT = 3;

    private Validation() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1) {
            throw new IllegalArgumentException("validation [FOLDER]: name the folder of definitions");
        }
        System.out.println(
                "CPU time to read and validate, in seconds.\n\n| | cold | warm | limit | |\n|---|---|---|---|---|");
        Family.chains().forEach(Validation::size);
        if (arguments.length == 1) {
            folder(Path.of(arguments[0]));
        }
        System.out.println(
                "\nTwice the size.\n\n| | n | time at n | at 2 n | ratio | limit | |\n|---|---|---|---|---|---|---|");
        Family.growing().forEach(Validation::growth);
    }

    private static void size(Family family) {
        String text = family.text().apply(family.size());
        String name = "%,d %s".formatted(family.size(), family.name());
        times(name, LARGE_LIMIT, () -> Stopwatch.validate(text));
    }

    private static void folder(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                if (text.contains("\"States\"")) {
                    texts.add(text);
                }
            }
        }
        times(
                "all %d of %s".formatted(texts.size(), folder.getFileName()),
                FOLDER_LIMIT,
                () -> texts.forEach(Stopwatch::validate));
    }

    /** The first run is cold, as far as the JVM has not seen the like of it before. */
    private static void times(String name, double limit, Runnable work) {
        double cold = Stopwatch.nanos(work) / 1e9;
        double warm = Stopwatch.median(WARM, work) / 1e9;
        System.out.printf(
                Locale.ROOT, "| %s | %.2f | %.2f | %.0f | %s |%n", name, cold, warm, limit, verdict(warm < limit));
    }

    private static void growth(Family family) {
        String half = family.text().apply(family.size() / 2);
        String whole = family.text().apply(family.size());
        Stopwatch.median(WARM, () -> Stopwatch.validate(half));
        Stopwatch.median(WARM, () -> Stopwatch.validate(whole));
        double one = Stopwatch.median(WARM, () -> Stopwatch.validate(half)) / 1e9;
        double two = Stopwatch.median(WARM, () -> Stopwatch.validate(whole)) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.4f | %.4f | %.2f | %.0f | %s |%n",
                family.name(),
                family.size() / 2,
                one,
                two,
                two / one,
                GROWTH_LIMIT,
                verdict(two / one < GROWTH_LIMIT));
    }

    private static String verdict(boolean isMet) {
        return isMet ? "met" : "**not met**";
    }
}
