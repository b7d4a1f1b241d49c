package dev.stepwright.server.access;

import dev.stepwright.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A value in a file of users. What it refuses it tells by line and column, and without the value, since that may be a secret. */
record FilePart(JsonDocument document, JsonPointer place) {
    static FilePart of(JsonDocument document) {
        return new FilePart(document, JsonPointer.empty());
    }

    JsonNode json() {
        return document.root().at(place);
    }

    FilePart member(String name) {
        return new FilePart(document, place.appendProperty(name));
    }

    boolean has(String name) {
        return !member(name).json().isMissingNode();
    }

    IllegalArgumentException wrong(String problem) {
        String pointer = place.toString();
        return new IllegalArgumentException(
                document.keyPosition(place) + ": " + (pointer.isEmpty() ? "the file" : pointer) + " " + problem);
    }

    /** Returns the names of an object's members, which must be among some. */
    void allow(String... known) {
        List<String> allowed = List.of(known);
        for (String name : names()) {
            if (!allowed.contains(name)) {
                throw member(name).wrong("is unknown; the names are " + allowed);
            }
        }
    }

    List<String> names() {
        if (!json().isObject()) {
            throw wrong(json().isMissingNode() ? "is missing" : "must be an object");
        }
        return new ArrayList<>(json().propertyNames());
    }

    List<FilePart> elements() {
        if (!json().isArray()) {
            throw wrong(json().isMissingNode() ? "is missing" : "must be an array");
        }
        return each().toList();
    }

    /** Returns the elements of an array, or the value itself: policies may leave out the brackets around one. */
    List<FilePart> oneOrMore() {
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

    String text() {
        if (!json().isString()) {
            throw wrong(json().isMissingNode() ? "is missing" : "must be a string");
        }
        return json().stringValue();
    }
}
