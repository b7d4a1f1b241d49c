package dev.stepwright.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Parameters;

/** The definitions that a command is given, by files and folders. */
final class DefinitionFiles {
    private static final List<String> ENDINGS = List.of(".asl.json", ".asl.yaml", ".asl.yml", ".asl");

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            showDefaultValue = Visibility.NEVER,
            description =
                    "Definitions, and folders: all *.asl.json, *.asl.yaml, *.asl.yml and *.asl in and below them.")
    private List<Path> given = List.of();

    /**
     * Returns the files themselves, and for a folder all in and below it that end as definitions do, sorted by their paths. Hidden folders and
     * links to folders are left out.
     *
     * @throws Refusal if a folder cannot be read or holds no definition
     */
    List<Path> all() throws Refusal {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                files.addAll(in(path));
            } else {
                files.add(path);
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> in(Path folder) throws Refusal {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(path -> isDefinition(folder, path)).sorted().toList();
        } catch (IOException e) {
            throw new Refusal("the folder " + folder + " cannot be read: " + GivenFile.reason(e));
        } catch (UncheckedIOException e) {
            throw new Refusal("the folder " + folder + " cannot be read: "
                    + GivenFile.reason(Objects.requireNonNull(e.getCause())));
        }
        if (files.isEmpty()) {
            throw new Refusal("the folder " + folder + " has no file that ends with " + String.join(", ", ENDINGS)
                    + "; name the definitions themselves if they are called otherwise");
        }
        return files;
    }

    private static boolean isDefinition(Path folder, Path path) {
        for (Path part : folder.relativize(path)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return ENDINGS.stream().anyMatch(path.toString()::endsWith) && Files.isRegularFile(path);
    }
}
