package dev.stepwright.server.policy;

import dev.stepwright.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A value in a file of users or roles. What it refuses it tells by line and column, and without the value, since that may be a secret. */
public record FilePart(JsonDocument document, JsonPointer place) {
    /** What is wrong with a part; the message begins with line and column. */
    public static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private Wrong(String message) {
            super(message);
        }
    }

    /** Returns all of a file. */
    public static FilePart of(JsonDocument document) {
        return new FilePart(document, JsonPointer.empty());
    }

    /** Returns the value; a missing node if it is not there. */
    public JsonNode json() {
        return document.root().at(place);
    }

    /** Returns a member of an object; it need not be there. */
    public FilePart member(String name) {
        return new FilePart(document, place.appendProperty(name));
    }

    /** Returns whether there is a member of that name. */
    public boolean has(String name) {
        return !member(name).json().isMissingNode();
    }

    /** Returns what tells that this part is wrong, for example {@code must be an array}. */
    public Wrong wrong(String problem) {
        String pointer = place.toString();
        return new Wrong(
                document.keyPosition(place) + ": " + (pointer.isEmpty() ? "the file" : pointer) + " " + problem);
    }

    /** Refuses an object that has other members than some. */
    public void allow(String... known) {
        List<String> allowed = List.of(known);
        for (String name : names()) {
            if (!allowed.contains(name)) {
                throw member(name).wrong("is unknown; the names are " + allowed);
            }
        }
    }

    /** Returns the names of the members of an object, which this must be. */
    public List<String> names() {
        if (!json().isObject()) {
            throw wrong(json().isMissingNode() ? "is missing" : "must be an object");
        }
        return new ArrayList<>(json().propertyNames());
    }

    /** Returns the elements of an array, which this must be. */
    public List<FilePart> elements() {
        if (!json().isArray()) {
            throw wrong(json().isMissingNode() ? "is missing" : "must be an array");
        }
        return each().toList();
    }

    /** Returns the elements of an array, or the value itself: policies may leave out the brackets around one. */
    public List<FilePart> oneOrMore() {
        if (json().isMissingNode()) {
            throw wrong("is missing");
        }
        List<FilePart> all = json().isArray() ? each().toList() : List.of(this);
        if (all.isEmpty()) {
            throw wrong("must not be empty");
        }
        return all;
    }

    private Stream<FilePart> each() {
        return IntStream.range(0, json().size()).mapToObj(i -> new FilePart(document, place.appendIndex(i)));
    }

    /** Returns the text that this must be. */
    public String text() {
        if (!json().isString()) {
            throw wrong(json().isMissingNode() ? "is missing" : "must be a string");
        }
        return json().stringValue();
    }
}
