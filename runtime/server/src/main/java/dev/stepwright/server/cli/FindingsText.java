package dev.stepwright.server.cli;

import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.DiagnosticText;
import dev.stepwright.validation.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as compilers print them, each with its line of the text; the last line counts them. */
record FindingsText(boolean isColoured) implements FindingsFormat {
    @Override
    public void print(List<CheckedFile> files, PrintWriter out) {
        for (CheckedFile file : files) {
            DiagnosticText plain = DiagnosticText.of(file.name(), file.text());
            DiagnosticText text = isColoured ? plain.coloured() : plain;
            for (Diagnostic finding : file.findings()) {
                text.withSource(finding).lines().forEach(out::println);
            }
        }
        if (!files.isEmpty()) {
            out.println(summary(files));
        }
    }

    private static String summary(List<CheckedFile> files) {
        String found = Stream.of(Severity.values())
                .map(severity -> counted(
                        files.stream().mapToLong(file -> file.count(severity)).sum(), severity))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        int suppressed = files.stream().mapToInt(CheckedFile::suppressed).sum();
        return (found.isEmpty() ? "no findings" : found) + " in " + files.size()
                + (files.size() == 1 ? " file" : " files")
                + (suppressed == 0
                        ? ""
                        : "; " + suppressed + (suppressed == 1 ? " finding" : " findings") + " suppressed");
    }

    private static String counted(long count, Severity severity) {
        return count == 0 ? "" : count + " " + severity.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
    }
}
