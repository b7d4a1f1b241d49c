package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.infer.Inference;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.types.SidecarSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The definitions and schemas under one directory, checked. */
public final class SourceTree {
    static final String DEFINITION = ".asl.json";
    private static final List<String> DEFINITIONS = List.of(DEFINITION, ".asl.yaml", ".asl.yml");
    /** The endings of all files that are looked into: a definition may have a wrong name. */
    private static final List<String> READ = List.of(".json", ".yaml", ".yml", ".asl");

    static final String SCHEMA = ".schema.json";
    static final String TASKS = ".tasks";

    private final Path root;
    private final ProjectDefinitions project;
    private final Settings settings;
    private final SchemaFiles schemas;
    private final List<Machine> machines;

    private SourceTree(
            SourceFolder folder,
            ProjectDefinitions project,
            Settings settings,
            SchemaFiles schemas,
            List<Machine> machines) {
        this.root = folder.directory();
        this.project = project;
        this.settings = settings;
        this.schemas = schemas;
        this.machines = machines;
    }

    /**
     * Reads and checks everything under a directory; what is wrong is among the findings and not in the tree.
     *
     * @throws IOException if a file cannot be read
     */
    public static SourceTree read(SourceFolder folder, Findings findings) throws IOException {
        Path root = folder.directory();
        List<Path> files = files(root);
        new Folders(root, findings).check();
        new Misnamed(findings).check(files);
        Settings settings = Settings.read(root, findings);
        SchemaFiles schemas = SchemaFiles.read(
                root,
                files.stream().filter(file -> file.toString().endsWith(SCHEMA)).toList(),
                folder.jars(),
                findings);
        new Samples(schemas, findings).check(files);
        List<Path> paths = files.stream().filter(SourceTree::isDefinition).toList();
        ProjectDefinitions project = ProjectDefinitions.read(folder, paths, schemas, findings);
        DefinitionReader definitions = new DefinitionReader(root, settings, schemas, project, findings);
        List<Machine> machines = new ArrayList<>();
        for (Path path : project.homes()) {
            definitions.read(path).ifPresent(machines::add);
        }
        Set<Path> all = new TreeSet<>(files);
        all.addAll(project.homes());
        new Sidecars(root, all, findings).check(machines);
        Inference inference = new Inference(schemas);
        for (Machine machine : machines) {
            Path home = root.resolve(machine.file());
            Path tasks = DefinitionFile.beside(home, TASKS);
            inference.add(
                    machine,
                    project.known(home),
                    project.calls(home),
                    name -> schemas.file(tasks.resolve(SchemaFile.shared(name))));
        }
        return new SourceTree(folder, project, settings, schemas, inference.complete());
    }

    public Settings settings() {
        return settings;
    }

    public SchemaFiles schemas() {
        return schemas;
    }

    /** Returns the valid definitions, sorted by path. */
    public List<Machine> machines() {
        return machines;
    }

    /** Returns a machine's definition with all that is known of its placeholders. */
    AslDocument filled(Machine machine) {
        return project.in(root.resolve(machine.file())).orElseThrow().filled();
    }

    @Override
    public String toString() {
        return machines.size() + " definition(s) and " + schemas.all().size() + " schema file(s)";
    }

    /** Returns all files that are read, sorted. */
    static List<Path> files(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> READ.stream().anyMatch(file.toString()::endsWith))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** Returns the schemas beside a definition for its Task states. */
    static Map<String, TaskSchemas> taskSchemas(Path definition, Iterable<TaskState> states, SchemaFiles schemas) {
        Map<String, TaskSchemas> found = new LinkedHashMap<>();
        Path folder = DefinitionFile.beside(definition, TASKS);
        for (TaskState state : states) {
            String file = SidecarSchemas.fileName(state.name());
            SchemaFile input =
                    schemas.file(folder.resolve(file + ".input" + SCHEMA)).orElse(null);
            SchemaFile output =
                    schemas.file(folder.resolve(file + ".output" + SCHEMA)).orElse(null);
            found.put(state.name(), new TaskSchemas(input, output));
        }
        return found;
    }

    static boolean isDefinition(Path file) {
        return DEFINITIONS.stream().anyMatch(file.toString()::endsWith);
    }

    /** Returns the definition of a machine in a folder, if it is among the files. */
    static Optional<Path> definition(Path folder, String machine, Set<Path> files) {
        return DEFINITIONS.stream()
                .map(ending -> folder.resolve(machine + ending))
                .filter(files::contains)
                .findFirst();
    }
}
