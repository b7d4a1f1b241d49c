package dev.stepwright.jsonata.regex;

import dev.stepwright.jsonata.regex.FlatPattern.Item;
import dev.stepwright.jsonata.regex.FlatPattern.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks for a flat pattern in one text. */
final class FlatMatcher implements Search {
    private final FlatPattern pattern;
    private final Item[] items;
    private final String text;
    private final int[] bounds;
    private boolean unsuitable;

    FlatMatcher(FlatPattern pattern, String text) {
        this.pattern = pattern;
        this.items = pattern.items();
        this.text = text;
        this.bounds = new int[2 * pattern.groups() + 2];
    }

    /** Returns whether a pair of surrogates was met, which is one character for the other engines: what was found does not count. */
    boolean isUnsuitable() {
        return unsuitable;
    }

    @Override
    public int[] bounds() {
        return bounds;
    }

    @Override
    public boolean find(int from) {
        CharacterSet begins = pattern.begins();
        int start = from;
        while (start <= text.length() && !unsuitable) {
            if (begins != null) {
                start = skip(start, begins);
            }
            if (start > text.length()) {
                return false;
            }
            if (matches(0, start)) {
                bounds[0] = start;
                return !unsuitable;
            }
            if (pattern.isAnchored()) {
                return false;
            }
            start = next(start, pattern.first());
        }
        return false;
    }

    private int skip(int from, CharacterSet begins) {
        for (int i = from; i < text.length(); i++) {
            if (has(begins, text.charAt(i))) {
                return i;
            }
        }
        return text.length() + 1;
    }

    /** Returns where to look next: from within a run that leads to no match, none leads to one. */
    private int next(int start, @Nullable Item first) {
        if (first == null || !first.settled() || first.most() != Integer.MAX_VALUE || first.least() != 1) {
            return start + 1;
        }
        return start + Math.max(1, run(first, start));
    }

    private boolean has(CharacterSet set, char c) {
        if (c < CharacterSet.TABLE) {
            return set.hasLow(c);
        }
        unsuitable |= Character.isSurrogate(c);
        return set.has(c);
    }

    /** Returns how many characters an item could take. */
    private int run(Item item, int from) {
        CharacterSet set = Objects.requireNonNull(item.set());
        int most = Math.min(item.most(), text.length() - from);
        int length = 0;
        while (length < most && has(set, text.charAt(from + length))) {
            length++;
        }
        return length;
    }

    private boolean matches(int fromItem, int fromPlace) {
        int place = fromPlace;
        for (int i = fromItem; i < items.length; i++) {
            Item item = items[i];
            if (item.takesCharacters()) {
                int length = run(item, place);
                if (length < item.least()) {
                    return false;
                }
                if (!item.settled() && length > item.least()) {
                    return item.lazy() ? shortest(i, place, length) : longest(i, place, length);
                }
                place += length;
            } else if (!passes(item, place)) {
                return false;
            }
        }
        bounds[1] = place;
        return true;
    }

    /** Returns whether an item that takes no characters may stand at a place, and notes it for a group. */
    private boolean passes(Item item, int place) {
        Kind kind = item.kind();
        if (kind == Kind.OPEN) {
            bounds[2 * item.group()] = place;
        } else if (kind == Kind.CLOSE) {
            bounds[2 * item.group() + 1] = place;
        } else {
            return place == (kind == Kind.BEGIN ? 0 : text.length());
        }
        return true;
    }

    private boolean longest(int item, int place, int length) {
        for (int taken = length; taken >= items[item].least(); taken--) {
            if (matches(item + 1, place + taken)) {
                return true;
            }
        }
        return false;
    }

    private boolean shortest(int item, int place, int length) {
        for (int taken = items[item].least(); taken <= length; taken++) {
            if (matches(item + 1, place + taken)) {
                return true;
            }
        }
        return false;
    }
}
