package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Claims.Claimant;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.generate.TasksSource.TaskMethod;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.NamedType;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.codegen.schema.Shape;
import dev.stepwright.codegen.schema.ShapeReader;
import dev.stepwright.json.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All Java source of one source directory. */
public final class Generator {
    private final Packages packages;
    private final SchemaFiles files;
    private final Findings findings;
    private final Claims claims;
    private final ShapeReader shapes;
    private final Map<SchemaFile, Shape> roots = new LinkedHashMap<>();
    private final Map<SchemaFile, ClassName> rootNames = new LinkedHashMap<>();

    /**
     * @param packageName the package of what stands in the source directory itself; folders add to it
     * @param findings takes what is wrong with the schemas and with names
     */
    public Generator(String packageName, SchemaFiles files, Findings findings) {
        this.packages = new Packages(Names.packageName(packageName));
        this.files = files;
        this.findings = findings;
        this.claims = new Claims(findings);
        this.shapes = new ShapeReader(files, findings);
    }

    /**
     * Returns the source files for all machines and schemas, sorted by path. If the findings then hold an error, the files are
     * not fit for use.
     */
    public List<GeneratedFile> generate(List<Machine> machines) {
        machines.forEach(this::readRoots);
        files.all().stream().filter(file -> !roots.containsKey(file)).forEach(this::readLibrary);
        if (findings.hasErrors()) {
            return List.of();
        }
        Map<Place, NamedType> types = shapes.types();
        TypeNames names = new TypeNames(types.keySet(), packages, claims, findings);
        rootNames.forEach(names::nameRoot);
        JavaTypes javaTypes = new JavaTypes(names.all(types.keySet()));
        Map<ClassName, TypeSpec.Builder> specs = new TreeMap<>(Comparator.comparing(ClassName::canonicalName));
        types.values()
                .forEach(type -> specs.put(javaTypes.names().get(type.place()), new TypeSource(javaTypes).spec(type)));
        types.values().forEach(new MemberClaims(javaTypes, claims)::claim);
        new Unions(javaTypes, findings).link(types, specs);
        Map<ClassName, String> sources = new HashMap<>();
        types.keySet()
                .forEach(place ->
                        sources.put(javaTypes.names().get(place), place.file().name()));
        machines.forEach(machine -> addMachine(machine, javaTypes, specs, sources));
        return findings.hasErrors() ? List.of() : new SourceFiles(specs, sources).print();
    }

    private void readRoots(Machine machine) {
        MachineNames names = MachineNames.of(machine, packages);
        readRoot(machine.input(), names.input());
        readRoot(machine.output(), names.output());
        for (TaskState state : machine.taskStates()) {
            TaskSchemas schemas = machine.schemas(state);
            readRoot(schemas.input(), names.taskInput(state.name()));
            readRoot(schemas.output(), names.taskOutput(state.name()));
        }
    }

    private void readRoot(@Nullable SchemaFile file, ClassName name) {
        if (file != null) {
            roots.put(file, shapes.root(file.root()));
            rootNames.put(file, name);
        }
    }

    private void readLibrary(SchemaFile file) {
        for (String keyword : List.of("$defs", "definitions")) {
            for (String key : file.root().node().path(keyword).propertyNames()) {
                shapes.library(file.root().at(keyword).at(key));
            }
        }
        shapes.library(file.root());
    }

    private void addMachine(
            Machine machine, JavaTypes types, Map<ClassName, TypeSpec.Builder> specs, Map<ClassName, String> sources) {
        MachineNames names = MachineNames.of(machine, packages);
        Claimant claimant = new Claimant("the definition " + machine.file(), machine.path(), Position.START);
        if (!claims.claim(names.tasks(), claimant) || !claims.claim(names.workflow(), claimant)) {
            return;
        }
        List<TaskMethod> methods = new ArrayList<>();
        for (TaskState state : machine.taskStates()) {
            TaskSchemas schemas = machine.schemas(state);
            methods.add(new TaskMethod(state, type(schemas.input(), types), type(schemas.output(), types)));
        }
        TasksSource tasks = new TasksSource(machine, names, methods);
        tasks.claim(claims);
        specs.put(names.tasks(), tasks.spec());
        WorkflowSource workflow =
                new WorkflowSource(machine, names, type(machine.input(), types), type(machine.output(), types));
        workflow.claim(claims);
        specs.put(names.workflow(), workflow.spec());
        sources.put(names.tasks(), machine.file());
        sources.put(names.workflow(), machine.file());
    }

    private TypeName type(@Nullable SchemaFile file, JavaTypes types) {
        return file == null ? JavaTypes.JSON : types.of(roots.getOrDefault(file, new Shape.Any()));
    }
}
