package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.generate.TasksSource.TaskMethod;
import dev.stepwright.codegen.generate.code.Claims;
import dev.stepwright.codegen.generate.code.Claims.Claimant;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.generate.code.JavaTypes;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.generate.code.Nullness;
import dev.stepwright.codegen.generate.code.Packages;
import dev.stepwright.codegen.generate.code.SourceFiles;
import dev.stepwright.codegen.generate.type.MemberClaims;
import dev.stepwright.codegen.generate.type.PathsSource;
import dev.stepwright.codegen.generate.type.TypeNames;
import dev.stepwright.codegen.generate.type.TypeSource;
import dev.stepwright.codegen.generate.type.Unions;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.codegen.shape.NamedType;
import dev.stepwright.codegen.shape.NamedType.RecordType;
import dev.stepwright.codegen.shape.Shape;
import dev.stepwright.codegen.shape.ShapeReader;
import dev.stepwright.json.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** All Java source of one source directory. */
public final class Generator {
    private final Packages packages;
    private final SchemaFiles files;
    private final Nullness nullness;
    private final Findings findings;
    private final Claims claims;
    private final ShapeReader shapes;
    private final Map<SchemaFile, Shape> roots = new LinkedHashMap<>();
    private final Map<SchemaFile, ClassName> rootNames = new LinkedHashMap<>();

    /** Like {@link #Generator(String, SchemaFiles, Nullness, Findings)}, with {@link Nullness#OPTIONAL}. */
    public Generator(String packageName, SchemaFiles files, Findings findings) {
        this(packageName, files, Nullness.OPTIONAL, findings);
    }

    /**
     * Prepares to generate from the schemas of a source directory.
     *
     * @param packageName the package of what stands in the source directory itself; folders add to it
     * @param nullness how records say that a value may be absent
     * @param findings takes what is wrong with the schemas and with names
     */
    public Generator(String packageName, SchemaFiles files, Nullness nullness, Findings findings) {
        this.packages = new Packages(Names.packageName(packageName));
        this.files = files;
        this.nullness = nullness;
        this.findings = findings;
        this.claims = new Claims(findings);
        this.shapes = new ShapeReader(files, findings);
    }

    /**
     * Returns the source files for all machines and schemas, and the definitions that they read. If the findings hold an error
     * then, there are none.
     */
    public List<GeneratedFile> generate(List<Machine> machines) {
        machines.forEach(this::readRoots);
        files.all().stream().filter(file -> !roots.containsKey(file)).forEach(this::readLibrary);
        machines.forEach(this::claimNames);
        if (findings.hasErrors()) {
            return List.of();
        }
        Map<Place, NamedType> types = shapes.types();
        TypeNames names = new TypeNames(types, packages, taskFolders(machines), claims, findings);
        rootNames.forEach(names::nameRoot);
        JavaTypes javaTypes = new JavaTypes(names.all(types.keySet()), nullness);
        TypeSource typeSource = TypeSource.of(types.values(), javaTypes);
        SourceFiles source = new SourceFiles();
        for (NamedType type : types.values()) {
            ClassName name = javaTypes.name(type.place());
            TypeSpec.Builder spec = typeSource.spec(type);
            if (nullness == Nullness.JSPECIFY && name.enclosingClassName() == null) {
                spec.addAnnotation(NullMarked.class);
            }
            source.add(name, spec, type.place().file().name());
            new MemberClaims(javaTypes, claims).claim(type);
        }
        new Unions(javaTypes, findings).link(types, source);
        addPaths(types, javaTypes, source);
        machines.forEach(machine -> addMachine(machine, javaTypes, source));
        return findings.hasErrors() ? List.of() : withResources(source.print(), machines);
    }

    /** Returns the interfaces of machines by the folders that hold the schemas of their tasks. */
    private Map<String, ClassName> taskFolders(List<Machine> machines) {
        Map<String, ClassName> folders = new HashMap<>();
        machines.forEach(machine -> folders.put(
                machine.stem() + ".tasks", MachineNames.of(machine, packages).tasks()));
        return folders;
    }

    private void addPaths(Map<Place, NamedType> types, JavaTypes javaTypes, SourceFiles source) {
        PathsSource paths = new PathsSource(javaTypes, types);
        for (NamedType type : types.values()) {
            if (type instanceof RecordType record && paths.has(type)) {
                ClassName name = paths.name(javaTypes.name(type.place()));
                claims.claim(name, Claimant.of(type.place()));
                source.add(name, paths.spec(record), type.place().file().name());
            }
        }
    }

    private List<GeneratedFile> withResources(List<GeneratedFile> source, List<Machine> machines) {
        List<GeneratedFile> all = new ArrayList<>(source);
        for (Machine machine : machines) {
            all.add(new GeneratedFile(
                    Root.RESOURCES, machine.resource(), machine.document().asl()));
            if (machine.hasWrittenSchemas()) {
                all.add(new GeneratedFile(Root.RESOURCES, machine.schemasResource(), machine.schemas(files)));
            }
        }
        return List.copyOf(all);
    }

    private void readRoots(Machine machine) {
        MachineNames names = MachineNames.of(machine, packages);
        readRoot(machine.input(), names.input());
        readRoot(machine.output(), names.output());
        Map<SchemaFile, ClassName> results = new HashMap<>();
        for (TaskState state : machine.taskStates()) {
            SchemaFile output = machine.schemas(state).output();
            if (output != null) {
                results.put(output, names.taskOutput(machine.called(state), output));
            }
        }
        for (TaskState state : machine.methodStates()) {
            TaskSchemas schemas = machine.schemas(state);
            ClassName own = names.taskInput(machine.called(state), schemas.input());
            readRoot(schemas.input(), schemas.input() == null ? own : results.getOrDefault(schemas.input(), own));
            readResult(schemas.output(), results);
            readReferred(schemas.input(), names, results);
        }
        readReferred(machine.output(), names, results);
    }

    private void readResult(@Nullable SchemaFile file, Map<SchemaFile, ClassName> results) {
        ClassName name = results.get(file);
        if (name != null) {
            readRoot(file, name);
        }
    }

    /** What no method gives, but several take as part of what they do, is called after itself. */
    private void readReferred(@Nullable SchemaFile by, MachineNames names, Map<SchemaFile, ClassName> results) {
        for (SchemaFile file : by == null ? Set.<SchemaFile>of() : by.referred()) {
            readResult(file, results);
            if (!roots.containsKey(file)) {
                file.ownName().ifPresent(name -> readRoot(file, names.tasks().nestedClass(name)));
            }
        }
    }

    /** What is handed on as it came has one type, called after where it comes from. */
    private void readRoot(@Nullable SchemaFile file, ClassName name) {
        if (file != null && !roots.containsKey(file)) {
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

    /** Before the names of types: where two machines or tasks want one name, that of each of their types is of the same cause. */
    private void claimNames(Machine machine) {
        MachineNames names = MachineNames.of(machine, packages);
        Claimant claimant = new Claimant("the definition " + machine.file(), machine.path(), Position.START);
        boolean isFree = Stream.of(names.tasks(), names.workflow(), names.fake())
                .filter(name -> !claims.claim(name, claimant))
                .findAny()
                .isEmpty();
        if (isFree) {
            machine.methodStates().forEach(state -> claimMethod(machine, state, names.tasks()));
        }
    }

    private void claimMethod(Machine machine, TaskState state, ClassName tasks) {
        claims.claimMember(
                tasks,
                Names.member(machine.called(state)) + "()",
                new Claimant(
                        "the state \"" + state.name() + "\"",
                        machine.path(),
                        machine.document().keyPosition(state.pointer())));
    }

    private void addMachine(Machine machine, JavaTypes types, SourceFiles source) {
        MachineNames names = MachineNames.of(machine, packages);
        List<TaskMethod> methods = new ArrayList<>();
        for (TaskState state : machine.methodStates()) {
            TaskSchemas schemas = machine.schemas(state);
            methods.add(new TaskMethod(
                    state,
                    Names.member(machine.called(state)),
                    type(schemas.input(), types),
                    type(schemas.output(), types),
                    TaskErrors.of(machine, state)));
        }
        ErrorClasses errors = ErrorClasses.of(machine, names);
        TasksSource tasks = new TasksSource(machine, names, errors, methods);
        tasks.claim(claims);
        new MachineConstants(machine).claim(names.workflow(), claims);
        WorkflowSource workflow =
                new WorkflowSource(machine, names, type(machine.input(), types), type(machine.output(), types));
        source.add(names.tasks(), tasks.spec(), machine.file());
        tasks.exceptions().forEach((name, spec) -> source.add(name, spec, machine.file()));
        source.add(names.workflow(), workflow.spec(), machine.file());
        source.addTest(names.fake(), new FakeSource(names, errors, methods).spec(), machine.file());
    }

    private TypeName type(@Nullable SchemaFile file, JavaTypes types) {
        return file == null ? JavaTypes.JSON : types.of(roots.getOrDefault(file, new Shape.Any()));
    }
}
