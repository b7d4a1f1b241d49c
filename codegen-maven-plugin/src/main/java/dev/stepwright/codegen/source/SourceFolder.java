package dev.stepwright.codegen.source;

import java.nio.file.Path;
import java.util.List;

/**
 * The definitions and schemas of a project.
 *
 * @param directory where they are; may be missing, and then holds nothing
 * @param jars those with schemas that they refer to; directories of classes stand for jars that are not made yet
 */
public record SourceFolder(Path directory, List<Path> jars) {
    public SourceFolder {
        directory = directory.toAbsolutePath().normalize();
        jars = List.copyOf(jars);
    }

    /** Returns sources that refer to nothing outside. */
    static SourceFolder of(Path directory) {
        return new SourceFolder(directory, List.of());
    }
}
