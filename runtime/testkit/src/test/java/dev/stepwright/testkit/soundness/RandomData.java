package dev.stepwright.testkit.soundness;

import dev.stepwright.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shapes and values by chance. There are few names, so that what one place makes another one reads. */
final class RandomData {
    static final String[] NAMES = {"a", "b", "c"};

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 3;

    private final Chance chance;

    /** Whether members that are said to be needed are left out now and then. */
    private final boolean isForgetful;

    RandomData(Chance chance) {
        this(chance, false);
    }

    private RandomData(Chance chance, boolean isForgetful) {
        this.chance = chance;
        this.isForgetful = isForgetful;
    }

    static RandomData forgetful(Chance chance) {
        return new RandomData(chance, true);
    }

    /** Returns the shape of an object mostly, since that is what machines are given. */
    Shape shape() {
        return shape(chance.oneIn(12) ? 1 : 0);
    }

    private Shape shape(int depth) {
        int kind = depth == 0 ? 0 : chance.below(depth < DEEPEST ? 9 : 5);
        return switch (kind) {
            case 0, 5, 6 -> depth < DEEPEST ? structure(depth) : Shape.ANY;
            case 7 -> new Shape.Sequence(shape(depth + 1));
            case 8 -> several(depth);
            default -> new Shape.Scalar(chance.pick(List.of(Shape.Scalar.Type.values())));
        };
    }

    private Shape several(int depth) {
        List<Shape> shapes = List.of(shape(depth + 1), shape(depth + 1));
        return chance.oneIn(2) ? new Shape.Tuple(shapes) : new Shape.OneOf(shapes);
    }

    private Shape structure(int depth) {
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (!chance.oneIn(4)) {
                members.put(name, new Shape.Member(shape(depth + 1), !chance.oneIn(4)));
            }
        }
        return new Shape.Structure(members, chance.oneIn(6));
    }

    /** Returns a value of a shape. */
    JsonNode of(Shape shape) {
        if (shape instanceof Shape.Structure structure) {
            return object(structure);
        }
        if (shape instanceof Shape.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            for (int i = chance.below(4); i > 0; i--) {
                array.add(of(sequence.element()));
            }
            return array;
        }
        if (shape instanceof Shape.Tuple tuple) {
            ArrayNode array = JSON.arrayNode();
            tuple.elements().forEach(element -> array.add(of(element)));
            return array;
        }
        if (shape instanceof Shape.OneOf union) {
            return of(chance.pick(union.alternatives()));
        }
        return shape instanceof Shape.Scalar scalar ? scalar(scalar.type()) : any();
    }

    private ObjectNode object(Shape.Structure structure) {
        ObjectNode object = structure.open() && chance.oneIn(2) ? anyObject() : JSON.objectNode();
        structure.members().forEach((name, member) -> {
            object.remove(name);
            if (member.required() ? !(isForgetful && chance.oneIn(6)) : chance.oneIn(2)) {
                object.set(name, of(member.shape()));
            }
        });
        return object;
    }

    private JsonNode scalar(Shape.Scalar.Type type) {
        return switch (type) {
            case NULL -> JSON.nullNode();
            case BOOLEAN -> JSON.booleanNode(chance.oneIn(2));
            case INTEGER -> JSON.numberNode(chance.below(4));
            case NUMBER -> chance.oneIn(2) ? JSON.numberNode(chance.below(4)) : JSON.numberNode(1.5);
            case STRING -> JSON.stringNode(chance.pick("x", "y", "7", "", "{\"a\":1}"));
            case TIMESTAMP -> JSON.stringNode("2026-01-01T00:00:0" + chance.below(10) + "Z");
        };
    }

    /** Returns an object without members. */
    ObjectNode object() {
        return JSON.objectNode();
    }

    /** Returns any value, an object most often. */
    JsonNode any() {
        return chance.oneIn(2) ? anyObject() : of(new Shape.OneOf(alternatives()));
    }

    private ObjectNode anyObject() {
        return (ObjectNode) of(structure(1));
    }

    private List<Shape> alternatives() {
        List<Shape> shapes = new ArrayList<>();
        for (Shape.Scalar.Type type : Shape.Scalar.Type.values()) {
            shapes.add(new Shape.Scalar(type));
        }
        shapes.add(new Shape.Sequence(new Shape.Scalar(Shape.Scalar.Type.INTEGER)));
        shapes.add(new Shape.Sequence(shape(2)));
        return shapes;
    }
}
