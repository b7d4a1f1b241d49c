package dev.stepwright.codegen.schema;

import dev.stepwright.json.Position;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The location of a schema: what makes one Java type the same as another. */
public record Place(SchemaFile file, JsonPointer pointer) {
    private static final Set<String> MEMBER_NAMES =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

    /** Returns the schema that stands here. */
    public JsonNode node() {
        return file.json().root().at(pointer);
    }

    /** Returns where the schema starts in its file. */
    public Position position() {
        return file.position(pointer);
    }

    /** Returns where the schema's own name stands, for what is wrong with the name. */
    public Position keyPosition() {
        return file.keyPosition(pointer);
    }

    public Place at(String property) {
        return new Place(file, pointer.appendProperty(property));
    }

    public Place at(int index) {
        return new Place(file, pointer.appendIndex(index));
    }

    /** Returns the place one step up; empty at the root. */
    public Optional<Place> parent() {
        return pointer.matches() ? Optional.empty() : Optional.of(new Place(file, pointer.head()));
    }

    /** Returns the last step of the way here; the empty text at the root. */
    public String lastStep() {
        return pointer.matches() ? "" : pointer.last().getMatchingProperty();
    }

    /** Returns the last step as the index of an element; -1 if it is a name. */
    public int lastIndex() {
        return pointer.matches() ? -1 : pointer.last().getMatchingIndex();
    }

    /** Returns the steps of the way here. */
    public List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            steps.add(rest.getMatchingProperty());
        }
        return steps;
    }

    /** Returns the way here as the fragment of a URI. */
    String fragment() {
        return encoded(pointer.toString());
    }

    /** Returns a text as a part of a URI; slashes stay. */
    static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%24", "$");
    }

    /** Returns whether the names in an object that stands here are those of members or definitions, so no keywords. */
    public boolean isMemberNames() {
        return MEMBER_NAMES.contains(lastStep())
                && parent().filter(Place::isMemberNames).isEmpty();
    }

    /** Returns {@code file:line:column}, for messages about another place. */
    public String where() {
        return file.name() + ":" + position();
    }

    @Override
    public String toString() {
        return pointer.matches() ? file.name() : file.name() + "#" + pointer;
    }
}
