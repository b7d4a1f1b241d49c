package dev.stepwright.server.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What the name of a file must end with, so that whoever opens it takes it for what it is. */
enum FileEnding {
    PICTURE(".svg"),
    PAGE(".html", ".htm");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> endings;

    FileEnding(String... endings) {
        this.endings = List.of(endings);
    }

    /**
     * Refuses a file of another name.
     *
     * @param file null if the option is not given
     */
    void check(String option, @Nullable Path file, CommandLine line) {
        if (file != null && endings.stream().noneMatch(file.toString()::endsWith)) {
            throw new ParameterException(
                    line,
                    option + " must name a file that ends with " + String.join(" or ", endings) + ", found " + file);
        }
    }
}
