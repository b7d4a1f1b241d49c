package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Generation;
import dev.stepwright.codegen.source.OutputFolder;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;

/** What the goals that generate Java share. */
abstract class GeneratingMojo extends SourcesMojo {
    private static final String RUNTIME = "stepwright-runtime-core";
    private static final String LANGUAGE = "stepwright-dsl";

    /** The Java package of the files directly in the source directory; a subdirectory adds its name. In the default, each character that a Java name cannot have becomes _. */
    @Parameter(property = "asl.packageName", defaultValue = "${project.groupId}", required = true)
    private String packageName;

    /** Whether to generate Java source for tests: a fake of the tasks of each machine. */
    @Parameter(property = "asl.generateFakes", defaultValue = "true")
    private boolean generateFakes;

    /** Whether to add the output directories to the project's source and resource directories, also when everything is up to date. */
    @Parameter(property = "asl.addCompileSourceRoot", defaultValue = "true")
    private boolean addCompileSourceRoot;

    /** Whether to generate only if sources, parameters or generated files have changed since the last build. */
    @Parameter(property = "asl.incremental", defaultValue = "true")
    private boolean incremental;

    private final BuildContext buildContext;

    GeneratingMojo(BuildContext buildContext) {
        this.buildContext = buildContext;
    }

    /** Returns where the definitions and schemas are. */
    abstract File sourceDirectory();

    /** Returns where each kind of file goes. */
    abstract Map<Root, File> directories();

    /** Returns whether all that is generated belongs to the project's tests. */
    abstract boolean isForTests();

    @Override
    final String run(Findings findings) throws IOException, MojoFailureException {
        Map<Root, OutputFolder> folders = new EnumMap<>(Root.class);
        directories().forEach((root, directory) -> {
            if (generateFakes || root != Root.TEST_SOURCES) {
                folders.put(root, folder(directory, root.content()));
            }
        });
        ProjectRoots roots = new ProjectRoots(project(), isForTests());
        if (addCompileSourceRoot) {
            roots.add(folders);
        }
        String named = JavaPackage.checked(packageName, project().getGroupId());
        Generation generation = new Generation(sources(sourceDirectory()), named, folders);
        Changes changes = incremental ? generation.runIfChanged(state(), findings) : generation.run(findings);
        if (addCompileSourceRoot) {
            roots.removeCopies(Objects.requireNonNull(folders.get(Root.RESOURCES)), changes.removed());
        }
        changes.touched().forEach(file -> buildContext.refresh(file.toFile()));
        if (addCompileSourceRoot && !findings.stopTheBuild()) {
            tellWhatIsMissing(folders);
        }
        return generation.summary(changes);
    }

    /** Without the runtime, what is made of a machine is nothing but errors of the compiler; most records do well without the language. */
    private void tellWhatIsMissing(Map<Root, OutputFolder> folders) throws IOException, MojoFailureException {
        GeneratedCodeNeeds needs = needs(isForTests());
        boolean hasMachines = !files(folders, Root.RESOURCES).isEmpty();
        if (hasMachines && needs.lacks(RUNTIME)) {
            throw new MojoFailureException(needs.advice("code generated from a definition", RUNTIME));
        }
        if (!hasMachines && !files(folders, Root.SOURCES).isEmpty() && needs.lacks(LANGUAGE)) {
            getLog().warn(needs.advice("some of the code generated from schemas", LANGUAGE));
        }
    }

    private static List<Path> files(Map<Root, OutputFolder> folders, Root root) throws IOException {
        return Objects.requireNonNull(folders.get(root)).files();
    }
}
