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
        return type.equals(ERROR) ? OWN.get(ERROR).keySet().containsAll(fields) : OWN.containsKey(type);
    }

    /** Says that a place is such a record. */
    static void own(Place place, String type) {
        place.readAs(type);
        OWN.get(type).forEach((name, component) -> place.field(name).givenAs(component.type()));
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
                .or(() -> Optional.ofNullable(OWN.get(type)));
    }

    /** Returns the type of a place; if it is a record, that is declared under the wanted name, or one like it. */
    String type(Place place, String wanted, String description) {
        if (place.type().isEmpty()) {
            place.type(
                    place.isRecord()
                            ? declare(place, wanted, description)
                            : place.isList() ? list(place, wanted, description) : place.leaf());
        }
        return place.type();
    }

    private String list(Place place, String wanted, String description) {
        return "List<" + type(place.element(), Identifiers.singular(wanted), description) + ">";
    }

    private String declare(Place place, String wanted, String description) {
        String record = types.free(wanted);
        Identifiers names = new Identifiers(Identifiers.METHODS_OF_OBJECTS);
        Map<String, Component> components = new LinkedHashMap<>();
        declarations.put(record, new Declaration(record, description, components));
        place.fields().forEach((field, inner) -> {
            String component = names.free(Identifiers.variable(field));
            components.put(
                    field, new Component(component, type(inner, Identifiers.type(field), "A part of the data.")));
        });
        return record;
    }
}
