package dev.stepwright.codegen.source;

import dev.stepwright.validation.Suppressions;
import dev.stepwright.validation.WorkflowType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A state machine that the project's classes make.
 *
 * @param file the name of its file, such as {@code order.asl.json}
 * @param asl the text of its definition
 * @param type what it is on AWS
 * @param ignored the text of its ignore file; null if the machine ignores nothing
 */
public record JavaMachine(
        String file,
        String asl,
        WorkflowType type,
        @Nullable String ignored) {
    JavaMachine withAsl(String other) {
        return new JavaMachine(file, other, type, ignored);
    }

    /** Returns the name of its ignore file, such as {@code order.asl.ignore.json}. */
    public String ignoreFile() {
        return Suppressions.ignoreFile(Path.of(file)).toString();
    }

    String name() {
        return file.substring(0, file.length() - SourceTree.DEFINITION.length());
    }
}
