package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Where a type stands among the other types, and what it is called, both by its place alone. */
public final class TypeHomes {
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private static final Set<String> DEFINITIONS = Set.of("$defs", "definitions");

    private final Set<Place> types;

    public TypeHomes(Set<Place> types) {
        this.types = types;
    }

    /** Returns the type that a type is nested in: the one around it in the schema, else that of the file's root; empty if it stands alone. */
    public Optional<Place> enclosing(Place type) {
        for (Optional<Place> up = type.parent(); up.isPresent(); up = up.get().parent()) {
            if (types.contains(up.get())) {
                return up;
            }
        }
        return root(type.file()).filter(root -> !root.equals(type));
    }

    /** Returns the key of what a type is part of in {@code $defs}, if that has no type for it to stand in. */
    public Optional<String> definition(Place type) {
        Optional<Place> child = Optional.of(type);
        for (Optional<Place> up = type.parent(); up.isPresent(); up = up.get().parent()) {
            if (types.contains(up.get())) {
                return Optional.empty();
            }
            if (DEFINITIONS.contains(up.get().lastStep()) && up.get().isMemberNames()) {
                return child.filter(held -> !held.equals(type)).map(Place::lastStep);
            }
            child = up;
        }
        return Optional.empty();
    }

    /** Returns the type of a file's root: its own, or the one in the same file that its root refers to. */
    public Optional<Place> root(SchemaFile file) {
        Place place = file.root();
        for (int steps = 0; steps < 10 && !types.contains(place); steps++) {
            String reference = place.node().path("$ref").asString("");
            if (!reference.startsWith("#/")) {
                return Optional.empty();
            }
            place = new Place(file, tools.jackson.core.JsonPointer.compile(reference.substring(1)));
        }
        return Optional.of(place).filter(types::contains);
    }

    /**
     * Returns the words to name a type by: its title if that is a Java type name and no key of another one, else the key under which it stands, else
     * that of what is around it and its part in it. Empty for an alternative that nothing tells from the others but its position.
     */
    public static Optional<String> name(Place type) {
        String title = type.node().path("title").asString("");
        if (TYPE_NAME.matcher(title).matches() && !isKeyOfAnother(title, type)) {
            return Optional.of(title);
        }
        List<String> steps = type.steps();
        if (steps.isEmpty()) {
            return Optional.of(type.file().path().getFileName().toString().replaceFirst("\\.schema\\.json$", ""));
        }
        Place holder = type.parent().orElseThrow();
        if (holder.isMemberNames()) {
            return holder.lastStep().equals("patternProperties")
                    ? part(grandparent(type), "Value")
                    : Optional.of(type.lastStep());
        }
        return type.lastIndex() < 0 ? byPart(type) : byIndex(type, holder.lastStep());
    }

    private static boolean isKeyOfAnother(String title, Place type) {
        Place root = type.file().root();
        return Stream.of("$defs", "definitions")
                .map(root::at)
                .anyMatch(held -> held.node().has(title) && !held.at(title).equals(type));
    }

    private static Optional<String> byIndex(Place type, String key) {
        return switch (key) {
            case "oneOf", "anyOf", "allOf" -> alternative(type);
            case "type" -> Optional.of(valueOf(type.node().asString("")));
            default -> part(grandparent(type), "Element " + (type.lastIndex() + 1));
        };
    }

    private static Optional<String> byPart(Place type) {
        Place around = type.parent().orElseThrow();
        return switch (type.lastStep()) {
            case "items" -> part(around, "Item");
            case "additionalProperties" -> part(around, "Value");
            default -> Optional.of(type.lastStep());
        };
    }

    /** Returns the words to name the type of a part of a list or a map that several schemas say something of. */
    static String part(Schema whole, String part) {
        return part(whole.place(), part).orElse(part);
    }

    private static Optional<String> part(Place around, String part) {
        return Optional.of(
                around.pointer().matches()
                        ? part
                        : name(around).orElseGet(() -> AlternativeNames.byPosition(around)) + " " + part);
    }

    /** An alternative is called by its title or a constant; one that refers to another schema only in part by that, too. */
    private static Optional<String> alternative(Place type) {
        Place whole = grandparent(type);
        if (isOnlyOne(type.parent().orElseThrow())) {
            return name(whole);
        }
        Optional<String> constant = AlternativeNames.parts(type.node())
                .flatMap(part -> part.path("properties").valueStream())
                .map(Form::constant)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst();
        if (constant.isPresent()) {
            return constant;
        }
        String reference = type.node().path("$ref").asString("");
        if (!reference.isEmpty()) {
            String target = reference.substring(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('#')) + 1);
            return name(whole).map(name -> name + " " + target.replaceFirst("\\.schema\\.json$", ""));
        }
        String kind = type.node().path("type").asString("");
        return kind.isEmpty() || kind.equals("object") ? AlternativeNames.byMember(type) : Optional.of(valueOf(kind));
    }

    private static boolean isOnlyOne(Place choice) {
        return (choice.lastStep().equals("allOf")
                        ? choice.node().size()
                        : Form.alternatives(choice).size())
                == 1;
    }

    private static String valueOf(String type) {
        return type + " value";
    }

    private static Place grandparent(Place type) {
        return type.parent().flatMap(Place::parent).orElseThrow();
    }
}
