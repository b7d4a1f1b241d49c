package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.edit.Quotes;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.validation.KnownFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The text that is being typed in a line of YAML: a name, the value behind it, or an element of a list. */
final class YamlTyping {
    /** What stands before, the name with its colon, and the value. */
    private static final Pattern LINE =
            Pattern.compile("(\\s*(?:- +)*)((?:\"[^\"]*\"|'[^']*'|[^\\s:#\"'{\\[-][^:#]*):(?: +|$))?(.*)");

    private final OpenText open;
    private final int line;
    private final int offset;
    private final int lineStart;
    private final Matcher parts;

    YamlTyping(OpenText open, Position cursor, int offset) {
        this.open = open;
        this.line = cursor.getLine() + 1;
        this.offset = offset;
        this.lineStart = open.tokens().offset(new Position(cursor.getLine(), 0));
        this.parts = LINE.matcher(open.tokens().line(cursor.getLine()));
    }

    Optional<Typing> typing() {
        if (!parts.matches() || offset < lineStart + parts.start(3)) {
            return Optional.empty();
        }
        String before = parts.group(1);
        if (parts.group(2) != null) {
            return typing(before + parts.group(2) + "\"\"", false);
        }
        Optional<Typing> name = typing(before + (parts.group(3).isBlank() ? "_" : parts.group(3)) + ": null", true);
        // A list of texts, such as ErrorEquals, or of objects that begin with a name.
        return before.contains("-") && name.filter(YamlTyping::isInObject).isEmpty()
                ? typing(before + "\"\"", false)
                : name;
    }

    private static boolean isInObject(Typing typing) {
        return KnownFields.of(typing.document()).containsKey(typing.pointer().head());
    }

    private Optional<Typing> typing(String completed, boolean isName) {
        String text = open.text();
        String rest = text.substring(lineStart + parts.end());
        try {
            AslDocument document = AslDocument.parse(open.file(), text.substring(0, lineStart) + completed + rest);
            return Optional.ofNullable(innermost(document, JsonPointer.empty(), document.root()))
                    .map(pointer -> typing(document, pointer, isName));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private Typing typing(AslDocument document, JsonPointer pointer, boolean isName) {
        String value = parts.group(3).stripTrailing();
        Quotes quotes = Quotes.of(value);
        int quote = quotes == Quotes.NONE ? 0 : 1;
        int start = lineStart + parts.start(3) + quote;
        boolean isClosed = quote == 1 && value.length() > 1 && value.charAt(value.length() - 1) == value.charAt(0);
        int end = lineStart + parts.start(3) + value.length() - (isClosed ? 1 : 0);
        return new Typing(
                document,
                pointer,
                isName,
                isName ? ": " : "",
                quotes,
                start,
                Math.max(start, end),
                Math.max(start, offset));
    }

    /** Returns the innermost value whose name, or in a list which itself, stands in the line; null if there is none. */
    private @Nullable JsonPointer innermost(AslDocument document, JsonPointer pointer, JsonNode value) {
        List<JsonPointer> inner = new ArrayList<>();
        value.propertyNames().forEach(name -> inner.add(pointer.appendProperty(name)));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            inner.add(pointer.appendIndex(i));
        }
        for (JsonPointer each : inner) {
            JsonPointer found = innermost(document, each, document.root().at(each));
            if (found != null) {
                return found;
            }
        }
        return !pointer.matches() && document.keyPosition(pointer).line() == line ? pointer : null;
    }
}
