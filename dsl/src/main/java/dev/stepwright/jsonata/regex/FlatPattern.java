package dev.stepwright.jsonata.regex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is one item after the other: characters, which may be repeated, and the ends of groups, which may not. Most patterns are, and
 * they are matched several times faster than by general engines.
 */
final class FlatPattern {
    /** What an item is. */
    enum Kind {
        CHARACTERS,
        OPEN,
        CLOSE,
        BEGIN,
        END
    }

    /**
     * One item.
     *
     * @param set for characters
     * @param least how many characters at least
     * @param most how many at most; {@code Integer.MAX_VALUE} for any number
     * @param lazy whether as few as possible are taken
     * @param group which group begins or ends
     * @param settled whether only the longest run can lead to a match, so that no shorter one needs to be tried
     */
    record Item(Kind kind, @Nullable CharacterSet set, int least, int most, boolean lazy, int group, boolean settled) {
        static Item of(Kind kind, int group) {
            return new Item(kind, null, 0, 0, false, group, false);
        }

        boolean takesCharacters() {
            return kind == Kind.CHARACTERS;
        }

        Item withSettled(boolean now) {
            return new Item(kind, set, least, most, lazy, group, now);
        }
    }

    private final Item[] items;
    private final int groups;
    private final @Nullable Item first;
    private final boolean anchored;

    private FlatPattern(List<Item> items, int groups) {
        this.items = settled(items);
        this.groups = groups;
        this.first = first(this.items);
        this.anchored = this.items.length > 0 && this.items[0].kind() == Kind.BEGIN;
    }

    private static @Nullable Item first(Item[] items) {
        for (Item item : items) {
            if (item.kind() != Kind.OPEN) {
                return item;
            }
        }
        return null;
    }

    /** Returns the pattern, or null if it is not of this kind. It has already been accepted by the linear engine. */
    static @Nullable FlatPattern of(String translated) {
        FlatParser parser = new FlatParser(translated);
        List<Item> items = parser.items();
        return items == null ? null : new FlatPattern(items, parser.groups());
    }

    Item[] items() {
        return items;
    }

    int groups() {
        return groups;
    }

    /** Returns the first item that is not the begin of a group, null for none. */
    @Nullable
    Item first() {
        return first;
    }

    /** Returns whether there is a match only at the begin of the text. */
    boolean isAnchored() {
        return anchored;
    }

    /** Returns the characters that every match begins with one of, null if they are not known. */
    @Nullable
    CharacterSet begins() {
        return first != null && first.takesCharacters() && first.least() > 0 ? first.set() : null;
    }

    private static Item[] settled(List<Item> items) {
        List<Item> settled = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            settled.add(item.takesCharacters() ? item.withSettled(isSettled(item, next(items, i + 1))) : item);
        }
        return settled.toArray(new Item[0]);
    }

    private static @Nullable Item next(List<Item> items, int from) {
        for (int i = from; i < items.size(); i++) {
            Kind kind = items.get(i).kind();
            if (kind != Kind.OPEN && kind != Kind.CLOSE) {
                return items.get(i);
            }
        }
        return null;
    }

    /** After a run that is cut short stands a character of the run: it cannot be what has to come next. */
    private static boolean isSettled(Item item, @Nullable Item next) {
        if (item.lazy()) {
            return false;
        }
        if (next == null || next.kind() == Kind.END) {
            return true;
        }
        CharacterSet mine = item.set();
        CharacterSet others = next.set();
        return mine != null && others != null && next.least() > 0 && mine.isApartFrom(others);
    }
}
