package dev.stepwright.asl.edit;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes single changes into the text of a definition, as its surroundings are written. What is not written as it seems stays. */
final class FixWriter {
    /** What means the same in any writing, also in the middle of a word. */
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}\"'\\\\:#]*");

    private static final Pattern COMMENT = Pattern.compile("[ \t]+#[^\r\n]*");

    private final AslDocument document;
    private final Lines lines;
    private final String text;

    FixWriter(AslDocument document) {
        this.document = document;
        this.text = document.text();
        this.lines = new Lines(text);
    }

    /** How a name or a value is written: between which quotes, which have a backslash before them in a definition that is a string of JSON. */
    private record Style(Quotes quotes, boolean isEscaped) {
        String of(JsonNode value) {
            String written = value.isString() ? quotes.around(value.stringValue()) : JsonText.compact(value);
            return isEscaped ? Quotes.DOUBLE.within(written) : written;
        }

        String of(String name) {
            return of(JsonNodeFactory.instance.stringNode(name));
        }

        /** Returns a value as it is written already; without quotes anything may be. */
        String there(JsonNode value) {
            return quotes == Quotes.NONE && !value.isContainer() ? value.asString() : of(value);
        }

        String there(String name) {
            return quotes == Quotes.NONE ? name : of(name);
        }
    }

    /** A member of an object, by the offsets of its name, its value and what is behind it. */
    private record Member(String name, int start, int value, int end) {}

    List<TextChange> write(JsonPointer at, int from, int to, String written) {
        String value = document.root().at(at).asString("");
        if (from == 0 && to == value.length()) {
            return replace(at, JsonNodeFactory.instance.stringNode(written));
        }
        int start = lines.offset(document.characterPosition(at, from));
        boolean isAsRead = text.startsWith(value.substring(from, to), start);
        return isAsRead && PLAIN.matcher(written).matches() ? change(start, start + to - from, written) : List.of();
    }

    List<TextChange> replace(JsonPointer at, JsonNode value) {
        return replaced(lines.offset(document.position(at)), document.root().at(at), value);
    }

    List<TextChange> rename(JsonPointer at, String name) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String old = at.last().getMatchingProperty();
        return replaced(lines.offset(document.keyPosition(at)), nodes.stringNode(old), nodes.stringNode(name));
    }

    private List<TextChange> replaced(int start, JsonNode old, JsonNode value) {
        Style style = style(start);
        String there = style.there(old);
        return text.startsWith(there, start) && isSafe(style, value)
                ? change(start, start + there.length(), style.of(value))
                : List.of();
    }

    List<TextChange> add(JsonPointer at, JsonNode value) {
        JsonPointer object = at.head();
        List<Member> members = members(object);
        if (members.isEmpty()) {
            return List.of();
        }
        Member last = members.get(members.size() - 1);
        Style style = style(last.start);
        boolean isBlock = isBlock(object);
        int end = isBlock ? behindComment(last.end) : last.end;
        String name = style.of(at.last().getMatchingProperty());
        String colon = isBlock ? ": " : colon(last, style);
        return isSafe(style, value)
                ? change(end, end, separator(last, isBlock, colon) + name + colon + style.of(value))
                : List.of();
    }

    private String colon(Member last, Style style) {
        return text.substring(last.start + style.there(last.name).length(), last.value);
    }

    /** Returns what stands before a new member: a line break if the last one has its own line. */
    private String separator(Member last, boolean isBlock, String colon) {
        int column = lines.at(last.start).column() - 1;
        String before = text.substring(last.start - column, last.start);
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        if (isBlock) {
            return newline + " ".repeat(column);
        }
        return before.isBlank() ? "," + newline + before : colon.endsWith(" ") ? ", " : ",";
    }

    List<TextChange> remove(JsonPointer object, List<String> names) {
        List<Member> members = members(object);
        boolean isBlock = isBlock(object);
        List<TextChange> changes = new ArrayList<>();
        @Nullable Member before = null;
        boolean isAnyKept = false;
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            boolean isLast = i == members.size() - 1;
            if (!names.contains(member.name)) {
                isAnyKept = true;
            } else if (before != null && isAnyKept) {
                changes.addAll(change(behind(before, isBlock), behind(member, isBlock), ""));
            } else if (!isLast) {
                changes.addAll(change(member.start, members.get(i + 1).start, ""));
            }
            before = member;
        }
        return isAnyKept ? List.copyOf(changes) : List.of();
    }

    private int behind(Member member, boolean isBlock) {
        return isBlock ? behindComment(member.end) : member.end;
    }

    private int behindComment(int end) {
        Matcher comment = COMMENT.matcher(text).region(end, text.length());
        return comment.lookingAt() ? comment.end() : end;
    }

    /** Returns the members of an object in their order; none where it is not written at its place, or not as a whole. */
    private List<Member> members(JsonPointer object) {
        List<Member> members = new ArrayList<>();
        int end = lines.offset(document.position(object));
        for (String name : document.root().at(object).propertyNames()) {
            JsonPointer at = object.appendProperty(name);
            int start = lines.offset(document.keyPosition(at));
            if (start < end || !text.startsWith(style(start).there(name), start)) {
                return List.of();
            }
            end = lines.offset(document.endPosition(at));
            while (Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            members.add(new Member(name, start, lines.offset(document.position(at)), end));
        }
        return members;
    }

    private boolean isBlock(JsonPointer object) {
        return text.charAt(lines.offset(document.position(object))) != '{';
    }

    private Style style(int start) {
        boolean isEscaped = text.startsWith("\\\"", start);
        return new Style(
                isEscaped ? Quotes.DOUBLE : Quotes.of(text.substring(start, Math.min(start + 1, text.length()))),
                isEscaped);
    }

    /** In a definition that is a string of YAML, single quotes may be around the whole. */
    private boolean isSafe(Style style, JsonNode value) {
        boolean isJson = text.stripLeading().startsWith("{");
        return isJson || style.quotes != Quotes.DOUBLE || !value.asString("").contains("'");
    }

    private List<TextChange> change(int start, int end, String written) {
        return List.of(new TextChange(lines.at(start), lines.at(end), written));
    }
}
