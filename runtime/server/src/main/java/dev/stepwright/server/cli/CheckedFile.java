package dev.stepwright.server.cli;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.Position;
import dev.stepwright.validation.Diagnostic;
import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file and what was found in it.
 *
 * @param name the file as it was named to the program
 * @param text its text, in which findings have their lines
 * @param findings in the order of the document
 * @param machines what the template calls the machine that one of them is about, for those that are about one of a template
 * @param suppressed how many more there are, which are not to be told
 */
record CheckedFile(
        String name, String text, List<Diagnostic> findings, Map<Diagnostic, String> machines, int suppressed) {
    CheckedFile {
        findings = List.copyOf(findings);
        machines = Map.copyOf(machines);
    }

    CheckedFile(String name, String text, List<Diagnostic> findings, int suppressed) {
        this(name, text, findings, Map.of(), suppressed);
    }

    /** Returns the same file, in which all that was found is about one machine of several. */
    CheckedFile about(String machine) {
        return new CheckedFile(
                name,
                text,
                findings,
                findings.stream().distinct().collect(Collectors.toMap(finding -> finding, finding -> machine)),
                suppressed);
    }

    /** Returns the files of different names, each with all that was found in it. */
    static List<CheckedFile> merged(List<CheckedFile> files) {
        Map<String, CheckedFile> merged = new LinkedHashMap<>();
        files.forEach(file -> merged.merge(file.name, file, CheckedFile::and));
        return List.copyOf(merged.values());
    }

    /** A definition that two machines have is checked twice. */
    private CheckedFile and(CheckedFile other) {
        List<Diagnostic> all = Stream.concat(findings.stream(), other.findings.stream())
                .distinct()
                .sorted(Comparator.comparing(
                        Diagnostic::position,
                        Comparator.comparingInt(Position::line).thenComparingInt(Position::column)))
                .toList();
        Map<Diagnostic, String> about = new HashMap<>(machines);
        other.machines.forEach(about::putIfAbsent);
        return new CheckedFile(name, text, all, about, suppressed + other.suppressed);
    }

    /** Returns the path of the file from a directory, with slashes on every system. */
    String nameFrom(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        Path absolute = root.resolve(name).normalize();
        // On another drive there is no way from one to the other; the name alone tells nothing of the machine.
        Path relative = root.getRoot().equals(absolute.getRoot()) ? root.relativize(absolute) : absolute.getFileName();
        return relative.toString().replace(File.separatorChar, '/');
    }

    boolean isValid() {
        return count(Severity.ERROR) == 0;
    }

    /** Returns whether AWS accepts it, as far as is told: other errors are met when it runs. */
    boolean isAccepted() {
        return refused() == 0;
    }

    /** Returns how many of the findings AWS refuses it for. */
    long refused() {
        return findings.stream().filter(Diagnostic::refused).count();
    }

    long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
