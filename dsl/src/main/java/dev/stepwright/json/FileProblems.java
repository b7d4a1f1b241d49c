package dev.stepwright.json;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** What went wrong with a file, in words for whoever named it. */
public final class FileProblems {
    private FileProblems() {}

    /** Says why a file could not be read, with its name. */
    public static String unread(Path file, IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "there is no file " + file;
        }
        return Files.isDirectory(file) ? file + " is a directory" : file + " cannot be read: " + reason(problem);
    }

    /** Says what went wrong, with the name of the file if the problem has one. */
    public static String of(IOException problem) {
        String reason = reason(problem);
        boolean isNamed = problem instanceof FileSystemException named
                && named.getFile() != null
                && !reason.contains(named.getFile());
        return isNamed ? ((FileSystemException) problem).getFile() + " cannot be read or written: " + reason : reason;
    }

    /** Returns the reason alone, for a message that names the file. */
    public static String reason(IOException problem) {
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
}
