package dev.stepwright.hcl;

import dev.stepwright.hcl.HclExpression.Part;
import dev.stepwright.hcl.HclExpression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads texts with values in them. */
final class TemplateReader {
    private static final Map<Character, String> ESCAPES =
            Map.of('n', "\n", 'r', "\r", 't', "\t", '"', "\"", '\\', "\\");

    private final Cursor cursor;
    private final ExpressionReader expressions;

    TemplateReader(Cursor cursor, ExpressionReader expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** Reads all that is left. */
    Template whole() {
        int at = cursor.at();
        List<Part> parts = new ArrayList<>();
        while (!cursor.isAtEnd()) {
            parts.add(part());
        }
        return new Template(at, parts);
    }

    Template quoted() {
        int at = cursor.at();
        cursor.advance(1);
        List<Part> parts = new ArrayList<>();
        while (cursor.peek() != '"') {
            if (cursor.isAtEnd() || cursor.peek() == '\n' || cursor.peek() == '\r') {
                throw cursor.error(at, "the string that begins here does not end on its line; close it with \"");
            }
            parts.add(cursor.peek() == '\\' ? escape() : part());
        }
        cursor.advance(1);
        return new Template(at, parts);
    }

    private Part escape() {
        int at = cursor.at();
        cursor.advance(1);
        char kind = cursor.peek();
        String value = ESCAPES.get(kind);
        if (value == null && (kind == 'u' || kind == 'U')) {
            return unicode(at, kind == 'u' ? 4 : 8);
        } else if (value == null) {
            throw cursor.error(at, "\"\\" + kind + "\" is not an escape; write \"\\\\" + kind + "\"");
        }
        cursor.advance(1);
        return new Part.Text(at, value);
    }

    private Part unicode(int at, int digits) {
        cursor.advance(1);
        int from = cursor.at();
        while (cursor.at() < from + digits && Character.digit(cursor.peek(), 16) >= 0) {
            cursor.advance(1);
        }
        int value = cursor.at() == from + digits ? Integer.parseUnsignedInt(cursor.since(from), 16) : -1;
        if (!Character.isValidCodePoint(value)) {
            throw cursor.error(at, "expected " + digits + " hexadecimal digits");
        }
        return new Part.Text(at, Character.toString(value));
    }

    Template heredoc() {
        int at = cursor.at();
        cursor.advance(2);
        boolean isIndented = cursor.isAt("-");
        cursor.advance(isIndented ? 1 : 0);
        String marker = cursor.identifier("the word that ends the text");
        if (!cursor.isAt("\n") && !cursor.isAt("\r\n")) {
            throw cursor.error(cursor.at(), "expected a new line, found " + cursor.found());
        }
        cursor.advance(cursor.isAt("\n") ? 1 : 2);
        List<Part> parts = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        while (!takeEnd(marker)) {
            lines.add(parts.size());
            boolean isLineOver = false;
            while (!isLineOver) {
                if (cursor.isAtEnd()) {
                    throw cursor.error(at, "the text that begins here does not end; close it with a line " + marker);
                }
                Part part = part();
                parts.add(part);
                isLineOver = part instanceof Part.Text text && text.text().endsWith("\n");
            }
        }
        return new Template(at, isIndented ? unindented(parts, lines) : parts);
    }

    private boolean takeEnd(String marker) {
        int from = cursor.at();
        skipSpaces();
        boolean is = cursor.isAt(marker);
        cursor.advance(is ? marker.length() : 0);
        skipSpaces();
        is = is && (cursor.isAtEnd() || "\r\n".indexOf(cursor.peek()) >= 0);
        cursor.advance(is ? 0 : from - cursor.at());
        return is;
    }

    private void skipSpaces() {
        while (cursor.peek() == ' ' || cursor.peek() == '\t') {
            cursor.advance(1);
        }
    }

    /** Takes away the white space that all lines begin with; those with nothing else do not count. */
    private static List<Part> unindented(List<Part> parts, List<Integer> lines) {
        int indent = lines.stream()
                .map(parts::get)
                .filter(part -> !(part instanceof Part.Text text && text.text().isBlank()))
                .mapToInt(TemplateReader::indent)
                .min()
                .orElse(0);
        List<Part> all = new ArrayList<>(parts);
        for (int line : lines) {
            if (all.get(line) instanceof Part.Text text) {
                int width = Math.min(indent, indent(text));
                all.set(line, new Part.Text(text.at() + width, text.text().substring(width)));
            }
        }
        return all;
    }

    private static int indent(Part part) {
        return part instanceof Part.Text text
                ? (int) text.text()
                        .chars()
                        .takeWhile(c -> c == ' ' || c == '\t')
                        .count()
                : 0;
    }

    /** Reads characters up to the end of their line, or one thing that is put among them. */
    private Part part() {
        int at = cursor.at();
        if (cursor.isAt("$${") || cursor.isAt("%%{")) {
            cursor.advance(3);
            return new Part.Text(at + 1, cursor.since(at + 1));
        } else if (cursor.isAt("${")) {
            return cursor.within(false, () -> interpolation(at));
        } else if (cursor.isAt("%{")) {
            return cursor.within(false, () -> directive(at));
        }
        char last;
        do {
            last = cursor.peek();
            cursor.advance(1);
        } while (last != '\n' && !isEnd());
        return new Part.Text(at, cursor.since(at));
    }

    /** What ends a text in quotes ends a piece of any other. */
    private boolean isEnd() {
        return cursor.isAtEnd()
                || "\"\\\n".indexOf(cursor.peek()) >= 0
                || cursor.isAt("${")
                || cursor.isAt("%{")
                || cursor.isAt("$${")
                || cursor.isAt("%%{");
    }

    private Part interpolation(int at) {
        cursor.advance(2);
        boolean isStripping = cursor.take("~");
        HclExpression value = expressions.expression();
        isStripping |= cursor.take("~");
        cursor.expect("}", at, "the value");
        return isStripping ? new Part.Directive(at) : new Part.Interpolation(at, value);
    }

    private Part directive(int at) {
        cursor.advance(2);
        cursor.take("~");
        cursor.skip();
        String word = cursor.identifier("if, else, endif, for or endfor");
        if (word.equals("if")) {
            expressions.expression();
        } else if (word.equals("for")) {
            expressions.loopVariables();
        }
        cursor.take("~");
        cursor.expect("}", at, "the directive");
        return new Part.Directive(at);
    }
}
