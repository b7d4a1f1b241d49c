package dev.stepwright.jsonata.regex;

import tools.jackson.databind.JsonNode;

/** The matches in one text, one after the other. All methods but {@link #next} tell of the match that it has found last. */
public interface Matches {
    /** Goes on to the next match and returns whether there is one. */
    boolean next();

    /** Returns the text that matched. */
    String text();

    /** Returns how many characters {@link #text} has. */
    int length();

    int start();

    int end();

    int groupCount();

    /** Appends the text of a group, counted from 1; nothing if it took no part. */
    void appendGroup(int index, StringBuilder out);

    /** Returns what {@code $match} gives: {@code match}, {@code index} and {@code groups}. */
    JsonNode asResult();

    /** Returns what is handed to a function: {@code match}, {@code start}, {@code end} and {@code groups}. */
    JsonNode asObject();
}
