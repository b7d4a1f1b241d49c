package dev.stepwright.validation.machine;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.json.Trail;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** One object of the definition that ASL gives fields to. */
public final class Part {
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

    public Kind kind() {
        return kind;
    }

    public JsonPointer pointer() {
        return pointer;
    }

    public JsonNode json() {
        return json;
    }

    /** Returns the state's name, for other kinds the name of the state it belongs to; empty for the machine. */
    public String name() {
        return name;
    }

    /** Returns the object that contains this one, null for the machine. */
    @Nullable
    public Part owner() {
        return owner;
    }

    /** Returns the query language of the state it is or belongs to. */
    public QueryLanguage language() {
        return language;
    }

    /** Returns what a Task state calls, if that is written as a string. */
    public Optional<TaskResource> resource() {
        return resource;
    }

    /** Returns the names of the fields that are payload templates. */
    public List<String> templates() {
        if (templates == null) {
            templates = Template.fieldsOf(this);
        }
        return templates;
    }

    /** Returns the places in which paths and intrinsic functions are written; read once for all rules. */
    public List<PathSite> paths() {
        if (paths == null) {
            paths = PathSite.of(this);
        }
        return paths;
    }

    /** Returns where a field stands, or would stand. */
    public JsonPointer at(String field) {
        return pointer.appendProperty(field);
    }

    /** Returns where a field stands, or would stand, for those who mostly find nothing there. */
    public Trail trail(String field) {
        return Trail.at(pointer).member(field);
    }

    public boolean has(String field) {
        return json.has(field);
    }

    /** Returns the value of a field; the missing node if there is none. */
    public JsonNode value(String field) {
        return json.path(field);
    }

    public Optional<String> text(String field) {
        return Optional.of(json.path(field)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    public boolean isState() {
        return kind.isState();
    }

    /** Returns the name of the field with what is given to the resource, in its query language. */
    public String argumentsField() {
        return isJsonata() ? "Arguments" : "Parameters";
    }

    public boolean isJsonata() {
        return language == QueryLanguage.JSONATA;
    }

    /** Returns the fields of the table that this object has, in the order of the document. */
    public List<Field> fields() {
        if (fields == null) {
            fields = json.propertyNames().stream()
                    .flatMap(name -> Fields.find(kind, name).stream())
                    .toList();
        }
        return fields;
    }

    /** Returns whether a field has an expression where only a number or boolean may stand; names of states are checked as such. */
    public boolean hasUnwantedExpression(Field field) {
        JsonNode value = value(field.name());
        return isJsonata()
                && !field.takesExpression()
                && !field.shape().fits(value)
                && field.language() == null
                && Text.isExpression(value);
    }

    /** Returns the object with the {@code States} that this one belongs to; itself if it has them. */
    public Part scope() {
        Part part = this;
        while (!part.kind.isScope() && part.owner != null) {
            part = part.owner;
        }
        return part;
    }

    /** Returns the state that is written behind this one; none behind the last. */
    public Optional<String> following() {
        return Optional.ofNullable(owner).stream()
                .flatMap(holder -> holder.value("States").propertyNames().stream())
                .dropWhile(state -> !state.equals(name))
                .skip(1)
                .findFirst();
    }

    /** Returns the names of members that no object of this kind has. */
    public List<String> unknownFields() {
        return json.propertyNames().stream()
                .filter(field -> Fields.find(kind, field).isEmpty() && !(isState() && Fields.isStateField(field)))
                .toList();
    }

    /** Returns the fields that it might also have, in its query language. */
    public List<String> absentFields() {
        return Fields.of(kind).stream()
                .filter(field -> field.language() == null || field.language() == language)
                .map(Field::name)
                .filter(field -> !has(field))
                .toList();
    }

    /** Returns whether a field is absent because its name is misspelt. */
    public boolean misspells(String field) {
        Names absent = new Names(absentFields());
        return unknownFields().stream()
                .anyMatch(
                        unknown -> absent.nearest(unknown).filter(field::equals).isPresent());
    }
}
