package dev.stepwright.jsonata.regex;

import dev.stepwright.jsonata.regex.FlatPattern.Item;
import dev.stepwright.jsonata.regex.FlatPattern.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a pattern as items one after the other; gives up where it meets anything else. */
final class FlatParser {
    private final String text;
    private final List<Item> items = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int groups;
    private int at;

    FlatParser(String text) {
        this.text = text;
    }

    int groups() {
        return groups;
    }

    /** Returns the items, or null if there is something else. */
    @Nullable
    List<Item> items() {
        while (at < text.length()) {
            if (!item(text.charAt(at))) {
                return null;
            }
        }
        return items;
    }

    private boolean item(char c) {
        switch (c) {
            case '(':
                return open();
            case ')':
                at++;
                items.add(Item.of(Kind.CLOSE, open.pop()));
                return !isQuantifier();
            case '^', '$':
                at++;
                items.add(Item.of(c == '^' ? Kind.BEGIN : Kind.END, 0));
                return !isQuantifier();
            case '|', '*', '+', '?', '{':
                return false;
            default:
                CharacterSet set = c == '[' ? characterClass() : c == '\\' ? escape() : literal(c);
                return set != null && quantified(set);
        }
    }

    private boolean open() {
        at++;
        if (text.startsWith("?", at)) {
            return false;
        }
        open.push(++groups);
        items.add(Item.of(Kind.OPEN, groups));
        return true;
    }

    private boolean isQuantifier() {
        return at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0;
    }

    private @Nullable CharacterSet literal(char c) {
        at++;
        return Character.isSurrogate(c) ? null : new CharacterSet().add(c, c);
    }

    private boolean quantified(CharacterSet set) {
        int least = 1;
        int most = 1;
        if (isQuantifier()) {
            char c = text.charAt(at++);
            least = c == '+' ? 1 : 0;
            most = c == '?' ? 1 : Integer.MAX_VALUE;
            if (c == '{') {
                int close = text.indexOf('}', at);
                String bounds = close < 0 ? "" : text.substring(at, close);
                if (!bounds.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
                    return false;
                }
                int comma = bounds.indexOf(',');
                least = Integer.parseInt(comma < 0 ? bounds : bounds.substring(0, comma));
                most = comma < 0
                        ? least
                        : comma == bounds.length() - 1
                                ? Integer.MAX_VALUE
                                : Integer.parseInt(bounds.substring(comma + 1));
                at = close + 1;
            }
        }
        boolean lazy = text.startsWith("?", at);
        at += lazy ? 1 : 0;
        items.add(new Item(Kind.CHARACTERS, set, least, most, lazy, 0, false));
        return !isQuantifier();
    }

    private @Nullable CharacterSet escape() {
        at++;
        char c = at < text.length() ? text.charAt(at) : ' ';
        if (c == 'b' || c == 'B') {
            return null;
        }
        if (c == 'D' || c == 'W') {
            at++;
            return shared(c == 'D' ? 'd' : 'w', new CharacterSet()).negate();
        }
        CharacterSet set = new CharacterSet();
        if (c == 'd' || c == 'w') {
            at++;
            return shared(c, set);
        }
        int code = code();
        return code < 0 ? null : set.add(code, code);
    }

    private static CharacterSet shared(char letter, CharacterSet set) {
        set.add('0', '9');
        return letter == 'd' ? set : set.add('a', 'z').add('A', 'Z').add('_', '_');
    }

    /** Reads what stands behind a backslash as one character; -1 if it is not one. */
    private int code() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        if (c == 'x') {
            boolean braces = text.startsWith("{", at);
            int from = braces ? at + 1 : at;
            int end = braces ? text.indexOf('}', at) : at + 2;
            at = braces ? end + 1 : end;
            return Integer.parseInt(text, from, end, 16);
        }
        int control = "tnrfv".indexOf(c);
        if (control >= 0) {
            return "\t\n\r\f\u000B".charAt(control);
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? -1 : c;
    }

    private @Nullable CharacterSet characterClass() {
        at++;
        CharacterSet set = new CharacterSet();
        boolean negated = text.startsWith("^", at);
        at += negated ? 1 : 0;
        while (at < text.length() && text.charAt(at) != ']') {
            if (!member(set)) {
                return null;
            }
        }
        at++;
        return negated ? set.negate() : set;
    }

    private boolean member(CharacterSet set) {
        if (text.startsWith("\\d", at) || text.startsWith("\\w", at)) {
            shared(text.charAt(at + 1), set);
            at += 2;
            return true;
        }
        int from = single();
        int to = from;
        if (text.startsWith("-", at) && !text.startsWith("-]", at)) {
            at++;
            to = single();
        }
        if (from < 0 || to < 0) {
            return false;
        }
        set.add(from, to);
        return true;
    }

    private int single() {
        char c = text.charAt(at++);
        if (c == '\\') {
            return code();
        }
        return Character.isSurrogate(c) || c == '[' ? -1 : c;
    }
}
