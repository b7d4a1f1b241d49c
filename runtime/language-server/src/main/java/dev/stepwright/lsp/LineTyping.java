package dev.stepwright.lsp;

import dev.stepwright.asl.edit.Quotes;
import dev.stepwright.lsp.Typing.Typed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;

/** What is typed in a line of YAML: a name, the value behind it, or an element of a list; in a line of Terraform a name. */
final class LineTyping {
    /** What stands before, the name with its colon, and the value. */
    private static final Pattern YAML =
            Pattern.compile("(\\s*(?:- +)*)((?:\"[^\"]*\"|'[^']*'|[^\\s:#\"'{\\[-][^:#]*):(?: +|$)|)(.*)");

    private static final Pattern TERRAFORM = Pattern.compile("(\\s*)()(\\w*)\\s*");

    private final OpenText open;
    private final Matcher parts;
    private final int lineStart;
    private final int start;

    private LineTyping(OpenText open, int lineStart, Matcher parts) {
        this.open = open;
        this.parts = parts;
        this.lineStart = lineStart;
        this.start = lineStart + parts.start(3);
    }

    /** Returns what may be typed at a place; nothing before the value of a line that has a name, and in JSON. */
    static Stream<Typed> at(OpenText open, Position cursor) {
        if (!open.isYaml() && !open.isTerraform()) {
            return Stream.empty();
        }
        Matcher parts = (open.isYaml() ? YAML : TERRAFORM).matcher(open.tokens().line(cursor.getLine()));
        return parts.matches() && parts.start(3) <= cursor.getCharacter()
                ? new LineTyping(open, open.tokens().offset(new Position(cursor.getLine(), 0)), parts).typed()
                : Stream.empty();
    }

    /** Behind a name is its value. What begins a line is a name, and else an element of a list of texts, such as ErrorEquals. */
    private Stream<Typed> typed() {
        Typed value = typed("\"\"", false, "");
        if (!parts.group(2).isEmpty()) {
            return Stream.of(value);
        }
        String name = parts.group(3).isBlank() ? "_" : parts.group(3);
        String behind = open.isYaml() ? ": " : " = ";
        return Stream.of(typed(name + ": null", true, behind), value);
    }

    private Typed typed(String completed, boolean isName, String behind) {
        String value = parts.group(3).stripTrailing();
        Quotes quotes = Quotes.of(value);
        int quote = quotes == Quotes.NONE ? 0 : 1;
        boolean isClosed = quote == 1 && value.length() > 1 && value.charAt(value.length() - 1) == value.charAt(0);
        return new Typed(
                open.text().substring(0, start) + completed + open.text().substring(lineStart + parts.end()),
                start,
                isName,
                quotes == Quotes.NONE ? behind : "",
                quotes,
                start + quote,
                Math.max(start + quote, start + value.length() - (isClosed ? 1 : 0)));
    }
}
