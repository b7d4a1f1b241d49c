package dev.stepwright.validation;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.json.Trail;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** One object of the definition that ASL gives fields to. */
final class Part {
    private final Kind kind;
    private final JsonPointer pointer;
    private final JsonNode json;
    private final String name;
    private final @Nullable Part owner;
    private final QueryLanguage language;
    private final Optional<TaskResource> resource;
    private @Nullable List<Field> fields;
    private @Nullable List<String> templates;
    private @Nullable List<PathSite> paths;

    /**
     * @param name the state's name, for other kinds the name of the state it belongs to; empty for the machine
     * @param owner the object that contains this one, null for the machine
     * @param language the query language of the state it is or belongs to
     */
    Part(Kind kind, JsonPointer pointer, JsonNode json, String name, @Nullable Part owner, QueryLanguage language) {
        this.kind = kind;
        this.pointer = pointer;
        this.json = json;
        this.name = name;
        this.owner = owner;
        this.language = language;
        this.resource = kind == Kind.TASK ? text("Resource").map(TaskResource::of) : Optional.empty();
    }

    Kind kind() {
        return kind;
    }

    JsonPointer pointer() {
        return pointer;
    }

    JsonNode json() {
        return json;
    }

    /** Returns the state's name, for other kinds the name of the state it belongs to; empty for the machine. */
    String name() {
        return name;
    }

    /** Returns the object that contains this one, null for the machine. */
    @Nullable
    Part owner() {
        return owner;
    }

    /** Returns the query language of the state it is or belongs to. */
    QueryLanguage language() {
        return language;
    }

    /** Returns what a Task state calls, if that is written as a string. */
    Optional<TaskResource> resource() {
        return resource;
    }

    /** Returns the names of the fields that are payload templates. */
    List<String> templates() {
        if (templates == null) {
            templates = Template.fieldsOf(this);
        }
        return templates;
    }

    /** Returns the places in which paths and intrinsic functions are written; read once for all rules. */
    List<PathSite> paths() {
        if (paths == null) {
            paths = PathSite.of(this);
        }
        return paths;
    }

    /** Returns where a field stands, or would stand. */
    JsonPointer at(String field) {
        return pointer.appendProperty(field);
    }

    /** Returns where a field stands, or would stand, for those who mostly find nothing there. */
    Trail trail(String field) {
        return Trail.at(pointer).member(field);
    }

    boolean has(String field) {
        return json.has(field);
    }

    /** Returns the value of a field; the missing node if there is none. */
    JsonNode value(String field) {
        return json.path(field);
    }

    Optional<String> text(String field) {
        return Optional.of(json.path(field)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    boolean isState() {
        return kind.isState();
    }

    boolean isJsonata() {
        return language == QueryLanguage.JSONATA;
    }

    /** Returns the fields of the table that this object has, in the order of the document. */
    List<Field> fields() {
        if (fields == null) {
            fields = json.propertyNames().stream()
                    .flatMap(name -> Fields.find(kind, name).stream())
                    .toList();
        }
        return fields;
    }

    /** Returns the object with the {@code States} that this one belongs to; itself if it has them. */
    Part scope() {
        Part part = this;
        while (!part.kind.isScope() && part.owner != null) {
            part = part.owner;
        }
        return part;
    }

    /** Returns the names of members that no object of this kind has. */
    List<String> unknownFields() {
        return json.propertyNames().stream()
                .filter(field -> Fields.find(kind, field).isEmpty() && !(isState() && Fields.isStateField(field)))
                .toList();
    }

    /** Returns the fields that it might also have, in its query language. */
    List<String> absentFields() {
        return Fields.of(kind).stream()
                .filter(field -> field.language() == null || field.language() == language)
                .map(Field::name)
                .filter(field -> !has(field))
                .toList();
    }

    /** Returns whether a field is absent because its name is misspelt. */
    boolean misspells(String field) {
        Names absent = new Names(absentFields());
        return unknownFields().stream()
                .anyMatch(
                        unknown -> absent.nearest(unknown).filter(field::equals).isPresent());
    }

    /** Returns what messages call it: the state by its name, another object by its kind. */
    String noun() {
        return isState() ? "state " + Words.quote(name) : kind.noun();
    }
}
