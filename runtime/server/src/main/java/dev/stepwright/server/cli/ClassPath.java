package dev.stepwright.server.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Jars and folders of classes. */
record ClassPath(List<Path> entries) {
    static final ClassPath NONE = new ClassPath(List.of());

    /** Returns what a text means that {@code java -cp} takes. */
    static ClassPath of(String text) {
        return new ClassPath(Stream.of(text.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList());
    }
}
