package dev.stepwright.server.cli;

import dev.stepwright.asl.template.Definitions;
import dev.stepwright.json.FileProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
                    "Definitions; templates of CloudFormation, SAM or the CDK (template.yaml#LogicalId for one machine); serverless.yml; Terraform source, or plans in JSON; "
                            + "or folders, which are searched with their subfolders for *.asl.json, *.asl.yaml, *.asl.yml, *.asl and templates.")
    private List<Path> given = List.of();

    /**
     * Reads the files themselves, and of a folder all in and below it that are definitions by their names or have state machines in them,
     * sorted by their paths. Hidden folders, node_modules and links to folders are left out. A definition's file that a template names is read once, as that
     * of the template, and so is the template of a stack.
     *
     * @param values of placeholders
     * @param unread is told which file or folder could not be read, or which folder holds no definition, and why
     */
    List<Definitions> read(Map<String, String> values, Consumer<String> unread) {
        List<Definitions> read = new ArrayList<>();
        for (Path file : files(unread)) {
            try {
                read.add(Definitions.given(file, values));
            } catch (IOException e) {
                unread.accept(GivenFile.unread(file, e));
            } catch (IllegalArgumentException e) {
                unread.accept(file + ": " + e.getMessage());
            }
        }
        List<Definitions> all = withNested(read);
        Set<Path> ofTemplates = all.stream()
                .flatMap(file -> file.machines().stream())
                .filter(machine -> machine.logicalId().isPresent())
                .map(machine -> absolute(Path.of(machine.document().name())))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(file -> !ofTemplates.contains(absolute(file.file()))
                        || file.machines().stream()
                                .anyMatch(machine -> machine.logicalId().isPresent()))
                .toList();
    }

    /** Returns files and those that are nested in them; one that is given too is read as the nested one, with what is passed to it. */
    private static List<Definitions> withNested(List<Definitions> given) {
        List<Definitions> outer = new ArrayList<>(given);
        for (Definitions file : given) {
            if (outer.stream().anyMatch(other -> other != file && isNested(file, other))) {
                outer.remove(file);
            }
        }
        return outer.stream().flatMap(file -> file.all().stream()).toList();
    }

    private static boolean isNested(Definitions file, Definitions other) {
        return !other.nested().isEmpty()
                && other.all().stream()
                        .skip(1)
                        .anyMatch(nested -> absolute(nested.file()).equals(absolute(file.file())));
    }

    /** Reads the definitions as {@link #read} does; those within files that cannot be read are told too. */
    List<GivenDefinition> all(Map<String, String> values, Consumer<String> unread) {
        List<GivenDefinition> all = new ArrayList<>();
        for (Definitions file : read(values, unread)) {
            file.unread().forEach(unread);
            all.addAll(GivenDefinition.of(file));
        }
        return List.copyOf(all);
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private List<Path> files(Consumer<String> unread) {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            try {
                files.addAll(Files.isDirectory(path) ? in(path) : List.of(path));
            } catch (Refusal e) {
                unread.accept(e.getMessage());
            }
        }
        return List.copyOf(files);
    }

    /** Returns the folders in which files are looked for. */
    List<Path> folders() throws Refusal {
        List<Path> folders = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                folders.addAll(walk(path, Files::isDirectory));
            } else {
                folders.add(folder(path));
            }
        }
        return folders;
    }

    /** Returns the folder that a file is in. */
    static Path folder(Path file) {
        return Objects.requireNonNullElse(file.getParent(), Path.of(""));
    }

    private static List<Path> walk(Path folder, Predicate<Path> isTaken) throws Refusal {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !isLeftOut(folder, path) && isTaken.test(path))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal("the folder " + folder + " cannot be read: " + FileProblems.reason(e));
        } catch (UncheckedIOException e) {
            throw new Refusal("the folder " + folder + " cannot be read: "
                    + FileProblems.reason(Objects.requireNonNull(e.getCause())));
        }
    }

    private static List<Path> in(Path folder) throws Refusal {
        List<Path> files = walk(folder, DefinitionFiles::isDefinition);
        if (files.isEmpty()) {
            throw new Refusal(
                    "the folder " + folder + " has no file that ends with " + String.join(", ", ENDINGS)
                            + ", and no template with a state machine; if your definitions have other names, give the files themselves");
        }
        return files;
    }

    /** Returns a definition's file and all others in its folder that are definitions by their names, sorted. */
    static List<Path> beside(Path file) throws Refusal {
        Path folder = folder(file);
        try (Stream<Path> all = Files.list(folder)) {
            return Stream.concat(Stream.of(file), all.filter(other -> isNamed(other) && !other.equals(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal("the folder " + folder + " cannot be read: " + FileProblems.reason(e));
        }
    }

    private static boolean isNamed(Path file) {
        return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(file.toString()::endsWith);
    }

    private static boolean isLeftOut(Path folder, Path path) {
        for (Path part : folder.relativize(path)) {
            if (part.toString().startsWith(".") || part.toString().equals("node_modules")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDefinition(Path path) {
        return isNamed(path) || Files.isRegularFile(path) && hasMachines(path);
    }

    private static boolean hasMachines(Path path) {
        try {
            return Definitions.areIn(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
