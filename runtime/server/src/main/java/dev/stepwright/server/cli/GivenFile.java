package dev.stepwright.server.cli;

import dev.stepwright.json.FileProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Files that a command is given to read or write, and what went wrong with them in words for whoever named them. */
final class GivenFile {
    /** What other programs call standard input. */
    private static final Path DASH = Path.of("-");

    /** The end of a name that is hardly meant for a folder. */
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z]{3,4}$");

    private GivenFile() {}

    /** Returns whether a path that need not be there has the name of a file, such as {@code order.png}. */
    static boolean looksLikeFile(Path path) {
        return ENDING.matcher(path.toString()).find();
    }

    /** Says why a file could not be read. */
    static String unread(Path file, IOException problem) {
        String hint = file.equals(DASH)
                ? "; standard input is /dev/stdin"
                : Files.isDirectory(file) ? "; give the files in it" : "";
        return FileProblems.unread(file, problem) + hint;
    }

    /** Says why a file could not be written. */
    static UncheckedIOException unwritten(Path file, IOException problem) {
        String reason = Files.isDirectory(file) ? "it is a directory" : FileProblems.reason(problem);
        return new UncheckedIOException(file + " cannot be written: " + reason, problem);
    }

    /**
     * Writes a text, and makes the folders that it is in.
     *
     * @throws UncheckedIOException if it cannot be written; the message says why
     */
    static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }
}
