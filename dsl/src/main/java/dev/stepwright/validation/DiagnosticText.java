package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Prints diagnostics for people, as compilers do:
 *
 * <pre>
 * order.asl.json:12:15: error [ASL-STA-007] Next names "Shpi", which is no state here; did you mean "Ship"?
 *       "Next": "Shpi"
 *               ^
 * </pre>
 */
public final class DiagnosticText {
    private static final int LONGEST_LINE = 160;
    private static final String RESET = "\u001B[0m";

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

    private final String name;
    private final List<String> lines;
    private final boolean isColoured;

    private DiagnosticText(String name, List<String> lines, boolean isColoured) {
        this.name = name;
        this.lines = lines;
        this.isColoured = isColoured;
    }

    /** Returns a printer for the findings about a document; without colours. */
    public static DiagnosticText of(AslDocument document) {
        return of(document.name(), document.text());
    }

    /**
     * Returns a printer for the findings about a text; without colours.
     *
     * @param name what to call the text, for example its path
     */
    public static DiagnosticText of(String name, String text) {
        return new DiagnosticText(name, text.lines().toList(), false);
    }

    /** Returns a printer that colours severity and caret by ANSI escapes, for a terminal. */
    public DiagnosticText coloured() {
        return new DiagnosticText(name, lines, true);
    }

    /** Returns {@code file:line:column: error [rule] message}. */
    public String line(Diagnostic diagnostic) {
        String line = diagnostic.format(name);
        if (!isColoured) {
            return line;
        }
        String place = name + ":" + diagnostic.position() + ": ";
        int end = line.indexOf("] ", place.length()) + 1;
        return place
                + colour(diagnostic.severity())
                + line.substring(place.length(), end)
                + RESET
                + line.substring(end);
    }

    /** Returns {@link #line} and below it the line of the text with a caret under the place; no line break at the end. */
    public String withSource(Diagnostic diagnostic) {
        int index = diagnostic.position().line() - 1;
        if (index >= lines.size()) {
            return line(diagnostic);
        }
        // A text that is no JSON may hold escape sequences, which are not for the terminal.
        String source = CONTROL.matcher(lines.get(index)).replaceAll("\uFFFD");
        int column = Math.min(diagnostic.position().column() - 1, source.length());
        int start = Math.max(0, column - LONGEST_LINE / 2);
        int end = Math.min(source.length(), start + LONGEST_LINE);
        String caret = isColoured ? colour(diagnostic.severity()) + "^" + RESET : "^";
        return line(diagnostic)
                + "\n    " + source.substring(start, end)
                + "\n    " + source.substring(start, column).replaceAll("[^\t]", " ") + caret;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u001B[31m";
            case WARNING -> "\u001B[33m";
            case HINT -> "\u001B[36m";
        };
    }
}
