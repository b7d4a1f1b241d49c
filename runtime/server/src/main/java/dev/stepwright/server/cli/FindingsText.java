package dev.stepwright.server.cli;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.DiagnosticText;
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

    /** Counts the findings, in one line. */
    static String summary(List<CheckedFile> files) {
        String found = Stream.of(Severity.values())
                .map(severity -> counted(files, severity))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        int suppressed = files.stream().mapToInt(CheckedFile::suppressed).sum();
        return (found.isEmpty() ? "no findings" : found) + " in " + files.size()
                + (files.size() == 1 ? " file" : " files")
                + (suppressed == 0
                        ? ""
                        : "; " + suppressed + (suppressed == 1 ? " finding" : " findings") + " suppressed");
    }

    private static String counted(List<CheckedFile> files, Severity severity) {
        long count = files.stream().mapToLong(file -> file.count(severity)).sum();
        if (count == 0) {
            return "";
        }
        String counted = count + " " + severity.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
        return severity == Severity.ERROR ? counted + " (AWS refuses " + refused(files, count) + ")" : counted;
    }

    /** Says how many of the errors are in the way of a deployment; the others are met when the machine runs. */
    private static String refused(List<CheckedFile> files, long errors) {
        long refused = files.stream().mapToLong(CheckedFile::refused).sum();
        if (refused == errors) {
            return errors == 1 ? "it" : "all";
        }
        return refused == 0 ? "none" : String.valueOf(refused);
    }
}
