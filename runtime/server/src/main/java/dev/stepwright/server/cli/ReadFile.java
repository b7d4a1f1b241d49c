package dev.stepwright.server.cli;

import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.Definitions.Broken;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.ProjectValidator;
import dev.stepwright.validation.Suppressions;
import dev.stepwright.validation.Validator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file with its definitions, read and not yet checked: one, or those of a template. */
record ReadFile(Definitions file, List<ReadDefinition> definitions) {
    static ReadFile of(Definitions file) throws IOException {
        List<ReadDefinition> definitions = new ArrayList<>();
        for (PlacedDefinition definition : file.machines()) {
            definitions.add(ReadDefinition.of(definition));
        }
        return new ReadFile(file, definitions);
    }

    /** Returns the file, those that it names, be they there or not, and those that schemas and ignore files stand beside. */
    Stream<Path> files() {
        Stream<Path> named = file.machines().stream()
                .flatMap(placed ->
                        Stream.of(placed.home(), Path.of(placed.document().name())));
        Stream<Path> unread = Stream.concat(
                file.broken().stream().map(Broken::file),
                file.problems().stream().flatMap(problem -> problem.missing().stream()));
        return Stream.of(Stream.of(file.file()), named, unread).flatMap(files -> files);
    }

    /** Returns what was found in the file and in all files that belong to it; some may be there several times. */
    List<CheckedFile> check(ProjectValidator project, Suppressions suppressions) throws IOException {
        String name = file.file().toString();
        List<Diagnostic> problems =
                file.problems().stream().map(Validator::inTemplate).toList();
        Suppressions.Remaining told = suppressions.apply(problems);
        List<CheckedFile> checked = new ArrayList<>();
        if (!problems.isEmpty()) {
            checked.add(new CheckedFile(name, file.text(), told.findings(), told.suppressed()));
        }
        for (ReadDefinition definition : definitions) {
            checked.addAll(definition.check(file, project, suppressions));
        }
        for (Broken broken : file.broken()) {
            checked.add(ReadDefinition.notJson(broken));
        }
        return checked;
    }
}
