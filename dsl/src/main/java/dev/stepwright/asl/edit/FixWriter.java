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

    /** What ends a text without quotes in a flow of YAML. */
    private static final Pattern FLOW = Pattern.compile("[\\[\\]{},]");

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w-]*");

    private static final Pattern COMMENT = Pattern.compile("[ \t]+#[^\r\n]*");

    /** Terraform has equals signs. */
    private static final Pattern COLON = Pattern.compile("[ \t]*[:=]");

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
            return value.isString() ? there(value.stringValue()) : of(value);
        }

        String there(String text) {
            return quotes == Quotes.NONE ? text : of(text);
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
        boolean isAsRead = isHere(at) && text.startsWith(value.substring(from, to), start);
        boolean isPlain = PLAIN.matcher(written).matches()
                && (FLOW.matcher(value).find()
                        || !FLOW.matcher(written).find()
                        || style(value(at)).quotes != Quotes.NONE);
        return isAsRead && isPlain ? change(start, start + to - from, written) : List.of();
    }

    /** What is no text is written as one like the name before it. */
    List<TextChange> replace(JsonPointer at, JsonNode value) {
        JsonNode old = document.root().at(at);
        return replaced(at, value(at), style(old.isString() ? value(at) : name(at)), old, value);
    }

    List<TextChange> rename(JsonPointer at, String name) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String old = at.last().getMatchingProperty();
        return replaced(at, name(at), style(name(at)), nodes.stringNode(old), nodes.stringNode(name));
    }

    private List<TextChange> replaced(JsonPointer at, int start, Style style, JsonNode old, JsonNode value) {
        String there = style.there(old);
        return isHere(at) && text.startsWith(there, start) && isSafe(style, value)
                ? change(start, start + there.length(), written(style, value))
                : List.of();
    }

    /** Where YAML would do without quotes, Terraform has them around all names but words. */
    private String written(Style style, JsonNode value) {
        boolean isBare = value.isString()
                && style.quotes == Quotes.NONE
                && document.name().endsWith(".tf");
        return isBare && !WORD.matcher(value.stringValue()).matches()
                ? Quotes.DOUBLE.around(value.stringValue())
                : style.of(value);
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
        if (isBlock) {
            return lines.ending() + " ".repeat(column);
        }
        return before.isBlank() ? "," + lines.ending() + before : colon.endsWith(" ") ? ", " : ",";
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
                int start = before == null || !isBlock ? member.start : next(before);
                changes.addAll(change(start, isBlock ? next(member) : members.get(i + 1).start, ""));
            }
            before = member;
        }
        return isAnyKept ? List.copyOf(changes) : List.of();
    }

    private int behind(Member member, boolean isBlock) {
        return isBlock ? behindComment(member.end) : member.end;
    }

    /** Returns where, in a block, what is behind a member begins: the next one, or a comment above that. */
    private int next(Member member) {
        int at = behindComment(member.end);
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int behindComment(int end) {
        Matcher comment = COMMENT.matcher(text).region(end, text.length());
        return comment.lookingAt() ? comment.end() : end;
    }

    /** Returns the members of an object in their order; none where it is not written at its place, or not as a whole. */
    private List<Member> members(JsonPointer object) {
        List<Member> members = new ArrayList<>();
        int end = value(object);
        if (!isHere(object) || text.startsWith("&", end) || text.startsWith("!", end)) {
            return List.of();
        }
        for (String name : document.root().at(object).propertyNames()) {
            JsonPointer at = object.appendProperty(name);
            int start = name(at);
            String there = style(start).there(name);
            if (start < end || !isHere(at) || !text.startsWith(there, start) || !isColon(start + there.length())) {
                return List.of();
            }
            end = beforeBreak(lines.offset(document.endPosition(at)));
            members.add(new Member(name, start, value(at), end));
        }
        return members;
    }

    private boolean isColon(int at) {
        return COLON.matcher(text).region(at, text.length()).lookingAt();
    }

    /** A block of YAML ends with its last line. */
    private int beforeBreak(int end) {
        int before = text.charAt(end - 1) == '\n' ? end - 1 : end;
        return text.charAt(before - 1) == '\r' ? before - 1 : before;
    }

    /** Returns whether a value stands where its document has it, and does not come from an anchor, which stands before its aliases. */
    private boolean isHere(JsonPointer at) {
        for (JsonPointer inner = at; !inner.matches(); inner = inner.head()) {
            if (value(inner) < name(inner) || name(inner) < value(inner.head())) {
                return false;
            }
        }
        return true;
    }

    private int name(JsonPointer at) {
        return lines.offset(document.keyPosition(at));
    }

    private int value(JsonPointer at) {
        return lines.offset(document.position(at));
    }

    private boolean isBlock(JsonPointer object) {
        return text.charAt(value(object)) != '{';
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
