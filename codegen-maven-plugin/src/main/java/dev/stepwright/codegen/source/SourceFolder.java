package dev.stepwright.codegen.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The definitions and schemas of a project.
 *
 * @param directory where they are; may be missing, and then holds nothing
 * @param jars those with schemas that they refer to; directories of classes stand for jars that are not made yet
 * @param templates those of the project
 * @param machines the names of machines by those of the placeholders that stand for them where a task starts one; a substitution that
 *     is the ARN of a machine says it too
 * @param substitutions what stands for placeholders and for parameters of templates, by their names, where definitions are checked
 */
public record SourceFolder(
        Path directory,
        Templates templates,
        List<Path> jars,
        Map<String, String> machines,
        Map<String, String> substitutions) {
    public SourceFolder {
        directory = directory.toAbsolutePath().normalize();
        jars = List.copyOf(jars);
        machines = started(machines, substitutions);
        substitutions = Map.copyOf(substitutions);
    }

    private static Map<String, String> started(Map<String, String> machines, Map<String, String> substitutions) {
        Map<String, String> all = new HashMap<>(substitutions);
        all.values().removeIf(value -> !value.matches("arn:.+:stateMachine:.+"));
        all.putAll(machines);
        return Map.copyOf(all);
    }

    /** Sources without templates. */
    public SourceFolder(Path directory, List<Path> jars, Map<String, String> machines) {
        this(directory, Templates.NONE, jars, machines, Map.of());
    }

    /** Returns the end of a message that nothing came of this: that there is no directory, nor a template; empty if there is something. */
    public String absence(String remedy) {
        return Files.exists(directory) || !templates.files().isEmpty()
                ? ""
                : ", since there is no " + directory + "; " + remedy;
    }

    /** Returns sources that refer to nothing outside. */
    static SourceFolder of(Path directory) {
        return new SourceFolder(directory, List.of(), Map.of());
    }
}
