package dev.stepwright.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records that the places in the data of a machine become. */
final class Records {
    static final String ERROR = "ErrorOutput";
    static final String OBJECT = "S3Object";
    static final String INVENTORY = "InventoryEntry";
    /** The records of the DSL. */
    private static final Map<String, Map<String, Component>> OWN = Map.of(
            ERROR, Map.of("Error", new Component("error", "String"), "Cause", new Component("cause", "String")),
            OBJECT,
                    Map.of(
                            "Etag", new Component("etag", "String"),
                            "Key", new Component("key", "String"),
                            "LastModified", new Component("lastModified", "Double"),
                            "Size", new Component("size", "Long"),
                            "StorageClass", new Component("storageClass", "String")),
            INVENTORY, Map.of("Bucket", new Component("bucket", "String"), "Key", new Component("key", "String")));

    private final Identifiers types;
    private final Map<String, Declaration> declarations = new LinkedHashMap<>();

    /** @param types the names of types in the class */
    Records(Identifiers types) {
        this.types = types;
    }

    /** Returns records of which there is none. */
    static Records none() {
        return new Records(new Identifiers(Set.of()));
    }

    /** Returns whether a type is a record of the DSL, and may be one where these fields are read; an item may have more. */
    static boolean isOwn(String type, Set<String> fields) {
        return type.equals(ERROR)
                ? OWN.getOrDefault(ERROR, Map.of()).keySet().containsAll(fields)
                : ofDsl(type).isPresent();
    }

    /** Says that a place is such a record. */
    static void own(Place place, String type) {
        place.readAs(type);
        ofDsl(type).orElseThrow().forEach((name, component) -> place.field(name).givenAs(component.type()));
    }

    /** Returns the components of a record of the DSL by their JSON names; empty if it is none. */
    static Optional<Map<String, Component>> ofDsl(String type) {
        return Optional.ofNullable(OWN.get(type)).or(() -> ServiceTypes.components(type));
    }

    /**
     * A record to be declared.
     *
     * @param description what it is, as Javadoc
     * @param components its components by their JSON names
     */
    record Declaration(String name, String description, Map<String, Component> components) {}

    /** A component. */
    record Component(String name, String type) {}

    List<Declaration> all() {
        return List.copyOf(declarations.values());
    }

    /** Returns the components of a type by their JSON names; empty if it is none of these records. */
    Optional<Map<String, Component>> components(String type) {
        return Optional.ofNullable(declarations.get(type))
                .map(Declaration::components)
                .or(() -> ofDsl(type));
    }

    /**
     * What a record is called and what it is.
     *
     * @param wanted its name, if that is free
     * @param owner what stands before the name if it is not
     * @param description its Javadoc
     */
    record Title(String wanted, String owner, String description) {
        /** Returns the title of one of what a list with this title holds. */
        private Title ofElement() {
            String of = description.startsWith("The ") ? "One of the " + description.substring(4) : description;
            return new Title(Identifiers.singular(wanted), owner, of);
        }
    }

    /** Returns the type of a place; if it is a record, that is declared. */
    String type(Place place, Title title) {
        if (place.type().isEmpty()) {
            place.type(Document.UNKNOWN); // for those within it that are the same
            Place known = place.known();
            place.type(
                    known != place
                            ? type(known, title)
                            : place.isRecord()
                                    ? declare(place, title)
                                    : place.isList()
                                            ? "List<" + type(place.element(), title.ofElement()) + ">"
                                            : place.leaf());
        }
        return place.type();
    }

    private String declare(Place place, Title title) {
        String record = types.free(types.has(title.wanted) ? title.owner + title.wanted : title.wanted);
        place.type(record);
        Identifiers names = new Identifiers(Identifiers.METHODS_OF_OBJECTS);
        Map<String, Component> components = new LinkedHashMap<>();
        declarations.put(record, new Declaration(record, title.description, components));
        place.fields().forEach((field, inner) -> {
            String component = names.free(Identifiers.variable(field));
            String description = "The " + Literals.inJavadoc(field) + " of {@link " + record + "}.";
            components.put(
                    field,
                    new Component(component, type(inner, new Title(Identifiers.type(field), record, description))));
        });
        return record;
    }
}
