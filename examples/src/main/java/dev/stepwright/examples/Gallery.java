package dev.stepwright.examples;

import static dev.stepwright.examples.Page.title;

import dev.stepwright.server.cli.Stepwright;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Plain ASL files, each with an input and stubs for its tasks beside it; waiting takes no time. */
final class Gallery {
    private static final String DEFINITION = ".asl.json";

    private Gallery() {}

    /**
     * Runs the definitions that are named, or all of them.
     *
     * @return 0 if each ran to an end, which may be a Fail state: that is what the saga shows; 2 if a name is unknown
     */
    static int run(PrintStream out, PrintStream err, List<String> wanted) throws IOException {
        List<String> names = names();
        if (!names.containsAll(wanted)) {
            err.println("there is no " + wanted + " in the gallery, but there are " + names);
            return 2;
        }
        for (String name : wanted.isEmpty() ? names : wanted) {
            title(out, name + DEFINITION);
            Path definition = folder().resolve(name + DEFINITION);
            Stepwright.execute(
                    Page.writer(out),
                    Page.writer(err),
                    "run",
                    definition.toString(),
                    "--input",
                    "@" + folder().resolve(name + ".input.json"),
                    "--stubs",
                    folder().resolve(name + ".stubs.json").toString(),
                    "--virtual-time");
        }
        return 0;
    }

    /** Returns the names of the definitions in the gallery, in their order. */
    static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(DEFINITION))
                    .map(file -> file.substring(0, file.length() - DEFINITION.length()))
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }

    /** Programs run in the project's folder, tests in the module's. */
    private static Path folder() {
        Path inModule = Path.of("src/main/gallery");
        return Files.isDirectory(inModule) ? inModule : Path.of("examples").resolve(inModule);
    }
}
