package dev.stepwright.codegen.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a project.
 *
 * @param files whose state machines belong to the project, as if they stood in the source directory
 * @param exported where the project's Java code exports machines to; those of templates that have their definitions there are no sources. Null for nowhere
 */
public record Templates(List<Path> files, @Nullable Path exported) {
    static final Templates NONE = new Templates(List.of(), null);

    public Templates {
        files = List.copyOf(files);
        exported = exported == null ? null : exported.toAbsolutePath().normalize();
    }

    /** Returns whether a definition's file is one that is exported. */
    boolean isExported(Path file) {
        return exported != null && file.toAbsolutePath().normalize().startsWith(exported);
    }
}
