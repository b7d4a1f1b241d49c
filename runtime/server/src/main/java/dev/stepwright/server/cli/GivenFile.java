package dev.stepwright.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Files that a command is given to read or write, and what went wrong with them in words for whoever named them. */
final class GivenFile {
    /** What other programs call standard input. */
    private static final Path DASH = Path.of("-");

    private GivenFile() {}

    /** Says why a file could not be read. */
    static String unread(Path file, IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "there is no file " + file + (file.equals(DASH) ? "; standard input is /dev/stdin" : "");
        }
        return Files.isDirectory(file)
                ? file + " is a directory; give the files in it"
                : file + " cannot be read: " + reason(problem);
    }

    /** Says why a file could not be written. */
    static UncheckedIOException unwritten(Path file, IOException problem) {
        String reason = Files.isDirectory(file) ? "it is a directory" : reason(problem);
        return new UncheckedIOException(file + " cannot be written: " + reason, problem);
    }

    /** Returns why, without the file that the message names anyway. */
    static String reason(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (!(problem instanceof FileSystemException trouble)) {
            return String.valueOf(problem.getMessage());
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return trouble.getFile() + " is not a folder";
        }
        return trouble instanceof NoSuchFileException
                ? "there is no " + trouble.getFile()
                : Objects.requireNonNullElse(
                        trouble.getReason(), trouble.getClass().getSimpleName());
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
