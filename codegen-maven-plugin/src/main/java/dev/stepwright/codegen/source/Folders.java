package dev.stepwright.codegen.source;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.json.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds what is named like a file that would be read, and is none: a folder, or a link that leads nowhere. */
record Folders(Path root, Findings findings) {
    private static final String RULE = "ASL-GEN-006";

    void check() throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            findings.error(
                    root, Position.START, RULE, "this is not a directory; give the directory of the definitions");
        }
        if (Files.isDirectory(root)) {
            try (Stream<Path> walk = Files.walk(root)) {
                List<Path> named = walk.filter(path -> !path.equals(root))
                        .filter(Folders::isNamedLikeASource)
                        .filter(path -> !Files.isRegularFile(path))
                        .sorted()
                        .toList();
                named.forEach(path -> findings.error(path, Position.START, RULE, problem(path)));
            }
        }
    }

    private static boolean isNamedLikeASource(Path path) {
        String name = path.getFileName().toString();
        return SourceTree.isDefinition(path) || name.endsWith(SourceTree.SCHEMA) || name.equals(Settings.FILE);
    }

    private static String problem(Path path) {
        return Files.isDirectory(path)
                ? "this is a directory with the name of a definition or schema; rename it"
                : "this is not a file, or a link to nothing; remove it";
    }
}
