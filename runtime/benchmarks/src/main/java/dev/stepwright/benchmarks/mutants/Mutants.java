package dev.stepwright.benchmarks.mutants;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code mutants FOLDER [SEED]}: misspells one path at a time in each definition of a folder and prints how many of the mutants the
 * validator refuses, with no schema and with schemas. The same seed makes the same mutants.
 */
public final class Mutants {
    static final long SEED = 20261125;

    private Mutants() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0 || arguments.length > 2) {
            throw new IllegalArgumentException("mutants FOLDER [SEED]: name the folder of definitions");
        }
        long seed = arguments.length == 2 ? Long.parseLong(arguments[1]) : SEED;
        Tally tally = Tally.of(definitions(Path.of(arguments[0])), seed);
        System.out.printf(
                Locale.ROOT,
                "%d definitions, %d with one path misspelt (seed %d)%nrefused: %.1f %% with no schema, %.1f %% with schemas%n",
                tally.definitions(),
                tally.mutants(),
                seed,
                tally.percent(),
                tally.percentWithSchemas());
    }

    /** Returns the definitions in a folder, sorted by name; other JSON files, such as a manifest, are none. */
    static List<StateMachineDefinition> definitions(Path folder) throws IOException {
        List<StateMachineDefinition> definitions = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                AslDocument document = read(file);
                if (document.root().has("States")) {
                    definitions.add(document.definition());
                }
            }
        }
        return definitions;
    }

    private static AslDocument read(Path file) throws IOException {
        try {
            return AslDocument.read(file);
        } catch (JsonSyntaxException e) {
            throw new IOException(file + ":" + e.position() + ": " + e.problem(), e);
        }
    }
}
