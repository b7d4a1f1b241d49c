package dev.stepwright.runtime.evaluate;

import dev.stepwright.json.Members;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a member into copies of objects. The objects that come to one place of a definition mostly have the same names, so where the member
 * goes is looked up once and remembered; the objects that are made share their names.
 */
final class Insertion {
    private final String name;

    /** What was met last. Threads may overwrite each other's: it is only a hint, and immutable. */
    private @Nullable Shape last;

    Insertion(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The names of objects, where the member is or is going to be, and the names with it. */
    private static final class Shape {
        private final String[] before;
        private final int place;
        private final String[] after;

        private Shape(String[] before, int place, String[] after) {
            this.before = before;
            this.place = place;
            this.after = after;
        }

        static Shape of(String[] names, String name) {
            int place = Arrays.asList(names).indexOf(name);
            if (place >= 0) {
                return new Shape(names, place, names);
            }
            String[] after = Arrays.copyOf(names, names.length + 1);
            after[names.length] = name;
            return new Shape(names, names.length, after);
        }

        ObjectNode object(JsonNode[] values, JsonNode value) {
            JsonNode[] all = Arrays.copyOf(values, after.length);
            all[place] = value;
            return new Members(after, all).object();
        }
    }

    /** Returns an object like another one, with this member. */
    ObjectNode into(ObjectNode object, JsonNode value) {
        if (object.size() >= Members.FEW) {
            Members copy = Members.copyOf(object);
            copy.put(name, value);
            return copy.object();
        }
        Members few = Members.few(object);
        return few == null ? intoOther(object, value) : shape(few.fewNames()).object(few.fewValues(), value);
    }

    private Shape shape(String[] names) {
        Shape shape = last;
        if (shape == null || shape.before != names) {
            shape = Shape.of(names, name);
            last = shape;
        }
        return shape;
    }

    private ObjectNode intoOther(ObjectNode object, JsonNode value) {
        Shape shape = last;
        String[] expected = shape == null ? new String[0] : shape.before;
        String[] names = new String[object.size()];
        JsonNode[] values = new JsonNode[names.length];
        boolean isExpected = expected.length == names.length;
        int i = 0;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            names[i] = member.getKey();
            values[i] = member.getValue();
            isExpected = isExpected && names[i].equals(expected[i]);
            i++;
        }
        return shape(isExpected && shape != null ? expected : names).object(values, value);
    }
}
