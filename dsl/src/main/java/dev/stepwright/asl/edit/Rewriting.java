package dev.stepwright.asl.edit;

import dev.stepwright.json.JsonText;
import dev.stepwright.json.Lines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes a value into the text of another one: what both have keeps its text, and what is new is written as its surroundings are. */
final class Rewriting {
    private final String text;
    private final String newline;
    private final String unit;

    private Rewriting(String text, Span root) {
        this.text = text;
        this.newline = new Lines(text).ending();
        String indent = root.parts().isEmpty() ? "" : indent(opening(root), "");
        this.unit = indent.isEmpty() ? "  " : indent;
    }

    /** @param text what {@code old} was read from, as JSON, but for placeholders that stand bare */
    static String of(String text, JsonNode old, JsonNode now) {
        Span root = Span.of(text);
        String written = new Rewriting(text, root).value(JsonText.unfilled(old), root, JsonText.unfilled(now), "");
        return text.substring(0, root.start()) + written + text.substring(root.end());
    }

    /**
     * A member or an element as it is to be.
     *
     * @param old its index in the old value; -1 for one that is new
     * @param name null for an element
     */
    private record Piece(int old, @Nullable String name, JsonNode value) {}

    /** @param indent of the line in which the value begins */
    private String value(JsonNode old, Span span, JsonNode now, String indent) {
        if (isSame(old, now)) {
            return text.substring(span.start(), span.end());
        }
        boolean isAlike = old.isObject() && now.isObject() || old.isArray() && now.isArray();
        return isAlike && !old.isEmpty() && !now.isEmpty()
                ? container(old, span, now, indent)
                : printed(now, indent, isOnOneLine(span));
    }

    /** Returns whether two values have the same text, their members in the same order. */
    private static boolean isSame(JsonNode old, JsonNode now) {
        return JsonText.compact(old).equals(JsonText.compact(now));
    }

    private String container(JsonNode old, Span span, JsonNode now, String outer) {
        List<Span.Part> parts = span.parts();
        List<String> names = names(old);
        String opening = opening(span);
        String indent = indent(opening, outer);
        StringBuilder out = new StringBuilder(opening);
        List<Piece> pieces = now.isObject() ? members(old, now) : elements(old, now);
        for (Piece piece : pieces) {
            if (piece != pieces.get(0)) {
                out.append(separator(parts, opening, piece.old));
            }
            Span.Part like = parts.get(Math.max(0, piece.old));
            out.append(name(names, piece, like));
            out.append(
                    piece.old < 0
                            ? printed(piece.value, indent, isForOneLine(span))
                            : value(child(old, names, piece.old), like.value(), piece.value, indent));
        }
        int end = parts.get(parts.size() - 1).value().end();
        return out.append(text, end, span.end()).toString();
    }

    private String opening(Span container) {
        return text.substring(container.start(), container.parts().get(0).start());
    }

    private static String indent(String opening, String outer) {
        int line = opening.lastIndexOf('\n');
        return line < 0 ? outer : opening.substring(line + 1);
    }

    private String separator(List<Span.Part> parts, String opening, int old) {
        if (parts.size() > 1) {
            int index = Math.max(1, old);
            return text.substring(
                    parts.get(index - 1).value().end(), parts.get(index).start());
        }
        return "," + (opening.length() == 1 ? " " : opening.substring(1));
    }

    private String name(List<String> names, Piece piece, Span.Part like) {
        if (piece.name == null) {
            return "";
        }
        String colon = text.substring(like.nameEnd(), like.value().start());
        boolean isKept = piece.old >= 0 && names.get(piece.old).equals(piece.name);
        return (isKept ? text.substring(like.start(), like.nameEnd()) : JsonText.quote(piece.name)) + colon;
    }

    private boolean isOnOneLine(Span span) {
        return text.substring(span.start(), span.end()).indexOf('\n') < 0;
    }

    /** Returns whether what is new in a container stands on one line, as the others do. */
    private boolean isForOneLine(Span container) {
        List<Span> others = container.parts().stream()
                .map(Span.Part::value)
                .filter(value -> !value.parts().isEmpty())
                .toList();
        return others.isEmpty() ? isOnOneLine(container) : others.stream().allMatch(this::isOnOneLine);
    }

    private String printed(JsonNode value, String indent, boolean isOnOneLine) {
        if (isOnOneLine) {
            return JsonText.pretty(value).replaceAll(",\n *", ", ").replaceAll("\n *", "");
        }
        StringBuilder out = new StringBuilder();
        JsonText.pretty(value).lines().forEach(line -> {
            String content = line.stripLeading();
            int depth = (line.length() - content.length()) / 2;
            out.append(out.isEmpty() ? "" : newline + indent)
                    .append(unit.repeat(depth))
                    .append(content);
        });
        return out.toString();
    }

    /** A member whose name is new is taken for a renamed one if it has the place of one that is gone. */
    private static List<Piece> members(JsonNode old, JsonNode now) {
        List<String> before = names(old);
        Set<String> after = new HashSet<>(names(now));
        List<Piece> pieces = new ArrayList<>();
        int last = -1;
        for (String name : names(now)) {
            int index = before.indexOf(name);
            if (index < 0 && last + 1 < before.size() && !after.contains(before.get(last + 1))) {
                index = last + 1;
            }
            pieces.add(new Piece(index, name, now.path(name)));
            last = Math.max(last, index);
        }
        return pieces;
    }

    /** Elements that are gone or new are those that the other array has not; in arrays of one length each has its place. */
    private static List<Piece> elements(JsonNode old, JsonNode now) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < now.size(); i++) {
            while (old.size() - at > now.size() - i && !isSame(old.get(at), now.get(i))) {
                at++;
            }
            boolean isNew = old.size() - at < now.size() - i && !(at < old.size() && isSame(old.get(at), now.get(i)));
            pieces.add(new Piece(isNew ? -1 : at++, null, now.get(i)));
        }
        return pieces;
    }

    private static JsonNode child(JsonNode container, List<String> names, int index) {
        return container.isArray() ? container.path(index) : container.path(names.get(index));
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }
}
