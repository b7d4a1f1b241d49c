package dev.stepwright.codegen.source;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.source.JavaSource;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes definitions as classes into a source folder, which are the project's own from then on.
 *
 * @param sources the source folder
 * @param overwrite whether a class that is there already is written anew
 */
public record Import(String packageName, Path sources, boolean overwrite) {
    private static final SourceFolder NOTHING = SourceFolder.of(Path.of(""));

    /**
     * Imports definitions, and the machines of templates, all or one: {@code template.yaml#Order}; none is written if one of them has an error.
     *
     * @return what was done, in one line
     * @throws ImportException if a file is missing, two make one class, or a class is there already
     */
    public String run(List<Path> files, Findings findings) throws IOException, ImportException {
        Map<Path, JavaSource> classes = new LinkedHashMap<>();
        for (Path file : files) {
            for (SourceDefinition definition : definitions(file, findings)) {
                KnownShapes known = Validation.known(definition.home(), definition.document());
                List<Diagnostic> found = Validator.validate(definition.filled(), definition.type(), known);
                if (definition.accept(found, findings)) {
                    JavaSource source = JavaSource.of(definition.placed().named(), packageName);
                    check(sources.resolve(source.path()), file, classes);
                    classes.put(sources.resolve(source.path()), source);
                }
            }
        }
        if (!findings.stopTheBuild()) {
            for (Map.Entry<Path, JavaSource> written : classes.entrySet()) {
                Files.createDirectories(Objects.requireNonNull(written.getKey().getParent()));
                Files.writeString(written.getKey(), written.getValue().text());
            }
        }
        return classes.size() + (classes.size() == 1 ? " definition" : " definitions") + " imported to " + sources;
    }

    private static List<SourceDefinition> definitions(Path file, Findings findings)
            throws IOException, ImportException {
        try {
            return SourceDefinition.read(file, NOTHING, findings).stream()
                    .flatMap(read -> read.machines().stream()
                            .map(placed -> new SourceDefinition(placed.home(), read.file(), placed)))
                    .toList();
        } catch (NoSuchFileException e) {
            throw new ImportException("there is no file " + file.toAbsolutePath() + " to import");
        } catch (IllegalArgumentException e) {
            throw new ImportException(file + ": " + e.getMessage());
        }
    }

    private void check(Path target, Path file, Map<Path, JavaSource> classes) throws ImportException {
        if (classes.containsKey(target)) {
            throw new ImportException(file + " and an earlier file both become " + target
                    + "; rename one of them, or import it into another package");
        }
        if (!overwrite && Files.exists(target)) {
            throw new ImportException(target + " exists already and is not overwritten with " + file
                    + "; remove it, or set asl.overwrite to true");
        }
    }
}
