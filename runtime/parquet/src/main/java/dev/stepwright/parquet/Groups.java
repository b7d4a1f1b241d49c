package dev.stepwright.parquet;

import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes objects and arrays of the groups of a schema. */
final class Groups {
    private final Budget budget;

    Groups(Budget budget) {
        this.budget = budget;
    }

    /** Returns what makes the values of a field, one at a time. */
    private Converter value(Field field, Consumer<JsonNode> to) {
        if (!field.isGroup()) {
            return new Scalars(Scalar.of(field.element()), budget, to);
        } else if (field.isList()) {
            return new ListGroup(field, to);
        }
        return field.isMap() ? new MapGroup(field, to) : object(field, to);
    }

    GroupConverter object(Field field, Consumer<JsonNode> to) {
        return new ObjectGroup(field, to);
    }

    /** A group with members of its own. */
    private final class ObjectGroup extends GroupConverter {
        private final Field field;
        private final Consumer<JsonNode> to;
        private final List<Converter> members = new ArrayList<>();
        private ObjectNode node = JsonNodeFactory.instance.objectNode();

        ObjectGroup(Field field, Consumer<JsonNode> to) {
            this.field = field;
            this.to = to;
            for (Field member : field.children()) {
                members.add(value(
                        member,
                        member.isRepeated()
                                ? value -> ((ArrayNode) node.get(member.name())).add(value)
                                : value -> node.set(member.name(), value)));
            }
        }

        @Override
        public Converter getConverter(int index) {
            return members.get(index);
        }

        @Override
        public void start() {
            budget.take((long) Budget.VALUE * (1 + members.size()));
            node = JsonNodeFactory.instance.objectNode();
            for (Field member : field.children()) {
                if (member.isRepeated()) {
                    node.putArray(member.name());
                } else {
                    node.putNull(member.name());
                }
            }
        }

        @Override
        public void end() {
            to.accept(node);
        }
    }

    /** A list, whose one member is repeated. */
    private final class ListGroup extends GroupConverter {
        private final Consumer<JsonNode> to;
        private final Converter element;
        private ArrayNode array = JsonNodeFactory.instance.arrayNode();

        ListGroup(Field field, Consumer<JsonNode> to) {
            this.to = to;
            Field repeated = field.children().get(0);
            element = field.wrapsElements()
                    ? new Wrapper(repeated, value -> array.add(value))
                    : value(repeated, value -> array.add(value));
        }

        @Override
        public Converter getConverter(int index) {
            return element;
        }

        @Override
        public void start() {
            budget.take(Budget.VALUE);
            array = JsonNodeFactory.instance.arrayNode();
        }

        @Override
        public void end() {
            to.accept(array);
        }
    }

    /** What stands between a list and an element of it, which may be null. */
    private final class Wrapper extends GroupConverter {
        private final Consumer<JsonNode> to;
        private final Converter member;
        private JsonNode element = NullNode.getInstance();

        Wrapper(Field field, Consumer<JsonNode> to) {
            this.to = to;
            this.member = value(field.children().get(0), value -> element = value);
        }

        @Override
        public Converter getConverter(int index) {
            return member;
        }

        @Override
        public void start() {
            budget.take(Budget.VALUE);
            element = NullNode.getInstance();
        }

        @Override
        public void end() {
            to.accept(element);
        }
    }

    /** A map, whose one member is a repeated pair. */
    private final class MapGroup extends GroupConverter {
        private final Consumer<JsonNode> to;
        private final Pair pair;
        private ObjectNode map = JsonNodeFactory.instance.objectNode();

        MapGroup(Field field, Consumer<JsonNode> to) {
            this.to = to;
            this.pair = new Pair(field.children().get(0));
        }

        @Override
        public Converter getConverter(int index) {
            return pair;
        }

        @Override
        public void start() {
            budget.take(Budget.VALUE);
            map = JsonNodeFactory.instance.objectNode();
        }

        @Override
        public void end() {
            to.accept(map);
        }

        private final class Pair extends GroupConverter {
            private final List<Converter> members;
            private @Nullable JsonNode key;
            private JsonNode value = NullNode.getInstance();

            Pair(Field field) {
                members = List.of(
                        value(field.children().get(0), read -> key = read),
                        value(field.children().get(1), read -> value = read));
            }

            @Override
            public Converter getConverter(int index) {
                return members.get(index);
            }

            @Override
            public void start() {
                budget.take(Budget.VALUE);
                key = null;
                value = NullNode.getInstance();
            }

            @Override
            public void end() {
                JsonNode name = key;
                if (name != null) {
                    map.set(name.isString() ? name.stringValue() : JsonText.compact(name), value);
                }
            }

            private Converter value(Field field, Consumer<JsonNode> consumer) {
                return Groups.this.value(field, consumer);
            }
        }
    }
}
