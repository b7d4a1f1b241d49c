package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Compiled;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.Shape;
import dev.stepwright.types.Shape.Member;
import dev.stepwright.types.Shape.Structure;
import dev.stepwright.types.TaskShape;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Definitions that people wrote for real, without a single schema: what one build makes of them all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("stepwright.shared", "../../shared")).resolve("corpus/real");

    private Path project;
    private int definitions;
    private Findings findings;
    private Changes first;
    private Compiled classes;

    @BeforeAll
    void build_all_definitions(@TempDir Path folder) throws IOException {
        assumeTrue(
                Files.isDirectory(CORPUS),
                () -> CORPUS + " is absent; set -Dstepwright.shared=FOLDER to run this test");
        project = folder;
        definitions = copyDefinitions(project);
        findings = findings();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        first = generation(project).run(findings);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        System.out.printf(
                "generate over corpus/real: %d definitions, %d files, %.1f ms of CPU time each%n",
                definitions, first.written().size(), spent / 1e6 / definitions);
        classes = Compiled.of(written(project, first));
    }

    @Test
    void one_build_makes_java_of_all_that_compiles_and_the_next_writes_nothing() throws IOException {
        assertThat(findings.sorted().stream().filter(finding -> finding.severity() == Severity.ERROR))
                .isEmpty();
        assertThat(first.written()).hasSizeGreaterThan(4 * definitions);
        assertThat(classes).isNotNull();
        assertThat(first.written()).noneMatch(file -> file.toString().contains("__1"));
        assertThat(generation(project).run(findings()).touched()).isEmpty();
    }

    @Test
    void a_scaffold_that_nobody_edits_compiles_and_changes_no_type(@TempDir Path scaffolded) throws IOException {
        copyDefinitions(scaffolded);
        Generation generation = generation(scaffolded);

        List<Path> schemas = new Scaffold(generation.sources()).run(findings());

        Findings findings = findings();
        SortedMap<String, List<String>> before = classes.shapes();
        SortedMap<String, List<String>> after =
                Compiled.of(written(scaffolded, generation.run(findings))).shapes();
        assertThat(findings.sorted().stream().filter(finding -> finding.rule().startsWith("ASL-SCH")))
                .isEmpty();
        assertThat(schemas).hasSizeGreaterThan(definitions);
        assertThat(before.entrySet().stream()
                        .filter(type -> !type.getValue().equals(after.get(type.getKey())))
                        .map(type -> type + " becomes " + after.get(type.getKey())))
                .isEmpty();
    }

    @Test
    void what_tasks_take_and_give_is_a_record_wherever_the_definition_tells_its_members() throws IOException {
        Map<String, Integer> inputs = new TreeMap<>();
        for (Machine machine : SourceTree.read(SourceFolder.of(project.resolve("src/main/asl")), findings())
                .machines()) {
            for (TaskShape task :
                    DataFlow.analyze(machine.document().definition()).tasks()) {
                TaskState state = state(machine, task);
                count(inputs, "effective input " + knowledge(machine, state, task));
                count(inputs, "method takes " + kind(machine.schemas(state).input()));
                assertThat(names(machine.schemas(state).output()))
                        .as("%s: what is read of the result of \"%s\"", machine.file(), task.state())
                        .containsAll(membersRead(state, task.result()));
            }
        }

        System.out.println("task inputs of corpus/real: " + inputs);
        int closed = inputs.get("effective input closed");
        int handedOn = inputs.get("effective input handed on as the type of where it comes from");
        int all = closed + handedOn + inputs.get("effective input open or unknown");
        assertThat(closed).isGreaterThan(all * 884 / 1000);
        assertThat(closed + handedOn).isGreaterThanOrEqualTo(all * 89 / 100);
        assertThat(inputs.get("method takes closed record")
                        + inputs.get("method takes open record")
                        + inputs.get("method takes part of another record"))
                .isGreaterThanOrEqualTo(all * 85 / 100);
    }

    /** A value that is handed on as it came is as well known as it can be: its type names all that anybody reads of it. */
    private static String knowledge(Machine machine, TaskState state, TaskShape task) {
        if (task.arguments() instanceof Structure structure && !structure.open()) {
            return "closed";
        }
        SchemaFile taken = machine.schemas(state).input();
        boolean isShared = taken != null
                && (taken == machine.input()
                        || machine.taskStates().stream()
                                .anyMatch(other -> machine.schemas(other).output() == taken));
        return isShared ? "handed on as the type of where it comes from" : "open or unknown";
    }

    private static TaskState state(Machine machine, TaskShape task) {
        return machine.taskStates().stream()
                .filter(state -> state.pointer().equals(task.pointer()))
                .findFirst()
                .orElseThrow();
    }

    private static void count(Map<String, Integer> counts, String kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    private static String kind(@Nullable SchemaFile file) {
        JsonNode schema = file == null ? null : file.root().node();
        if (schema != null && schema.has("$ref")) {
            return "part of another record";
        }
        if (schema == null || !schema.has("properties")) {
            return "any value";
        }
        return schema.path("additionalProperties").isObject() ? "open record" : "closed record";
    }

    /** Returns the members that the definition reads of what the method gives; two JSON names of one Java name count once. */
    private static Collection<String> membersRead(TaskState state, Shape result) {
        Shape given = result;
        if (TaskResource.of(state.resource().orElse("")).isIntegration("lambda", "invoke")) {
            Member payload = result instanceof Structure call ? call.members().get("Payload") : null;
            given = payload == null ? Shape.ANY : payload.shape();
        }
        return given instanceof Structure structure ? structure.members().keySet() : List.of();
    }

    private static Collection<String> names(@Nullable SchemaFile file) {
        return file == null ? List.of() : file.root().node().path("properties").propertyNames();
    }

    /** Two definitions have errors that their owners would have to mend; the test reads on. */
    private static Findings findings() {
        return new Findings(false, Suppressions.of(List.of("ASL-TSK-001", "ASL-FLW-001")));
    }

    private static Generation generation(Path project) {
        Map<Root, OutputFolder> folders = new TreeMap<>();
        for (Root root : Root.values()) {
            Path target = project.resolve("target");
            folders.put(root, new OutputFolder(target.resolve(root.name()), target.resolve(root + ".files")));
        }
        return new Generation(SourceFolder.of(project.resolve("src/main/asl")), "com.acme", folders);
    }

    private static List<GeneratedFile> written(Path project, Changes changes) throws IOException {
        List<GeneratedFile> files = new ArrayList<>();
        for (Path file : changes.written()) {
            Path path = project.toAbsolutePath().relativize(file);
            String name = path.subpath(2, path.getNameCount()).toString();
            files.add(new GeneratedFile(Root.valueOf(path.getName(1).toString()), name, Files.readString(file)));
        }
        return files;
    }

    private static int copyDefinitions(Path project) throws IOException {
        Path sources = Files.createDirectories(project.resolve("src/main/asl"));
        List<Path> definitions = definitions();
        for (Path definition : definitions) {
            String name = definition.getFileName().toString().replace(".json", ".asl.json");
            Files.copy(definition, sources.resolve(name));
        }
        return definitions.size();
    }

    private static List<Path> definitions() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("real-"))
                    .sorted()
                    .toList();
        }
    }
}
