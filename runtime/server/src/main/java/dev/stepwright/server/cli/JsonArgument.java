package dev.stepwright.server.cli;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** JSON on the command line: the text itself, or {@code @FILE}. */
final class JsonArgument {
    private JsonArgument() {}

    /**
     * Reads the value of an option.
     *
     * @param option what to call it in messages, for example {@code --input}
     */
    static JsonDocument read(String option, String value) throws Refusal {
        if (value.startsWith("@")) {
            return read(option, Path.of(value.substring(1)));
        }
        try {
            return JsonDocument.parse(value);
        } catch (JsonSyntaxException e) {
            throw new Refusal(option + " is not JSON: " + e.getMessage()
                    + (isFile(value) ? "; to read the file, write @" + value : ""));
        }
    }

    private static boolean isFile(String value) {
        try {
            Path file = Path.of(value);
            return !value.isBlank() && Files.exists(file) && !Files.isDirectory(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static JsonDocument read(String option, Path file) throws Refusal {
        try {
            return JsonDocument.read(file);
        } catch (IOException e) {
            throw new Refusal(option + ": " + GivenFile.unread(file, e));
        } catch (JsonSyntaxException e) {
            throw new Refusal(option + ": " + file + ":" + e.position() + ": " + e.problem());
        }
    }
}
