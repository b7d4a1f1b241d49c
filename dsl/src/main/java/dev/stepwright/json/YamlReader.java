package dev.stepwright.json;

import dev.stepwright.json.JsonDocument.Writing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds a document from a text in YAML 1.2, core schema: what JSON can say, written otherwise. */
final class YamlReader {
    /** More values than this are made of no text that a person wrote, but of aliases of aliases. */
    private static final int MOST_VALUES = 1_000_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String text;
    private final Map<String, String> tags;
    private final Lines lines;
    private final Iterator<Event> events;
    private final Map<Anchor, Value> anchored = new HashMap<>();
    /** How many characters are before the latest place that was asked for, and how many the parser counts. */
    private int offset;

    private int codePoints;

    /** @param tags the names of the members that tagged values become, by their tags */
    YamlReader(String text, Map<String, String> tags) {
        this.text = text;
        this.tags = tags;
        this.lines = new Lines(text);
        this.events = events(text, false);
    }

    private static Iterator<Event> events(String text, boolean withComments) {
        // All at once: where a part of the text ends between the halves of a character, the reader fails.
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setBufferSize(text.length() + 1)
                .setCodePointLimit(JsonDocument.MAX_CHARACTERS)
                .setParseComments(withComments)
                .build();
        return new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** Returns whether a text that is YAML has comments from one of its characters to another; blank lines are none. */
    static boolean hasComments(String text, int from, int to) {
        int first = text.codePointCount(0, from);
        int last = text.codePointCount(0, to);
        Iterable<Event> all = () -> events(text, true);
        return StreamSupport.stream(all.spliterator(), false)
                .filter(event ->
                        event instanceof CommentEvent comment && comment.getCommentType() != CommentType.BLANK_LINE)
                .flatMap(comment -> comment.getStartMark().stream())
                .anyMatch(mark -> first <= mark.getIndex() && mark.getIndex() <= last);
    }

    JsonDocument read() {
        try {
            next();
            Event start = next();
            if (start.getEventId() == Event.ID.StreamEnd) {
                throw error(Position.START, "the document is empty; add a value");
            }
            Value root = value(next(), null, 0);
            next();
            Event after = next();
            if (after.getEventId() != Event.ID.StreamEnd) {
                throw error(at(after), "another document follows the end of this one; remove it");
            }
            return new JsonDocument(text, root.node, root.place, Writing.YAML);
        } catch (MarkedYamlEngineException e) {
            throw error(e.getProblemMark().map(this::position).orElse(Position.START), problem(e));
        } catch (ReaderException e) {
            throw error(
                    JsonDocument.position(text, text.offsetByCodePoints(0, e.getPosition())),
                    "YAML does not allow the character U+%04X".formatted(e.getCodePoint()));
        } catch (YamlVersionException e) {
            throw error(Position.START, "the directive %YAML must be 1.2, found " + e.getMessage());
        } catch (YamlEngineException e) {
            throw error(Position.START, String.valueOf(e.getMessage()));
        }
    }

    /** How many values a value has, itself included, and how many levels they go down; with aliases written out. */
    private record Size(int values, int levels) {
        static final Size ONE = new Size(1, 0);

        Size with(Size inner) {
            return new Size(Math.min(values + inner.values, MOST_VALUES + 1), Math.max(levels, inner.levels + 1));
        }
    }

    private record Value(JsonNode node, Place place, Size size) {
        Value withKey(Position key) {
            return new Value(node, new Place(key, place.value(), place.fields(), place.elements()), size);
        }

        /** Returns the object with this value as its only member. */
        Value asMember(String name) {
            Place object = new Place(place.key(), place.value(), Map.of(name, withKey(place.value()).place), List.of());
            return new Value(NODES.objectNode().set(name, node), object, Size.ONE.with(size));
        }
    }

    private Event next() {
        return events.next();
    }

    /** @param key where the value's own name stands, or null for one that has none */
    private Value value(Event event, @Nullable Position key, int depth) {
        Position start = at(event);
        Position name = key == null ? start : key;
        check(depth, start);
        if (event instanceof AliasEvent alias) {
            Value value = anchored.get(alias.getAlias());
            if (value == null) {
                throw error(start, "no value that ends before *%1$s has the anchor &%1$s".formatted(alias.getAlias()));
            }
            check(depth + value.size.levels, start);
            return value.withKey(name);
        }
        String member = tag((NodeEvent) event).map(tags::get).orElse(null);
        Value plain = switch (event.getEventId()) {
            case MappingStart -> object(checked((CollectionStartEvent) event, "map"), name, depth);
            case SequenceStart -> array(checked((CollectionStartEvent) event, "seq"), name, depth);
            default -> new Value(scalar((ScalarEvent) event), new Place(name, start, Map.of(), List.of()), Size.ONE);
        };
        Value value = member == null ? plain : plain.asMember(member);
        if (value.size.values > MOST_VALUES) {
            throw error(start, "aliases make more than " + MOST_VALUES + " values of it");
        }
        anchor((NodeEvent) event).ifPresent(anchor -> anchored.put(anchor, value));
        return value;
    }

    private static void check(int depth, Position at) {
        if (depth > JsonDocument.MAX_DEPTH) {
            throw error(at, "the document is nested deeper than " + JsonDocument.MAX_DEPTH + " levels");
        }
    }

    private static Optional<Anchor> anchor(NodeEvent event) {
        return event.getAnchor();
    }

    private Value object(CollectionStartEvent event, Position key, int depth) {
        ObjectNode node = NODES.objectNode();
        Map<String, Place> fields = new LinkedHashMap<>();
        List<Value> merged = new ArrayList<>();
        Size size = Size.ONE;
        for (Event member = next(); member.getEventId() != Event.ID.MappingEnd; member = next()) {
            Position place = at(member);
            if (isMerge(member)) {
                Value value = value(next(), place, depth + 1);
                size = size.with(value.size);
                merged.addAll(toMerge(value, place));
                continue;
            }
            String name = name(member);
            Place first = fields.get(name);
            if (first != null) {
                throw JsonSyntaxException.repeatedKey(place, name, first.key());
            }
            Value value = value(next(), place, depth + 1);
            size = size.with(value.size);
            node.set(name, value.node);
            fields.put(name, value.place);
        }
        // What an object says itself goes before what it merges.
        for (Value value : merged) {
            value.node.properties().forEach(member -> node.putIfAbsent(member.getKey(), member.getValue()));
            value.place.fields().forEach(fields::putIfAbsent);
        }
        return new Value(node, new Place(key, at(event), fields, List.of()), size);
    }

    /** What YAML 1.1 had, those who read templates have still. */
    private boolean isMerge(Event key) {
        return !tags.isEmpty() && isMergeKey(key);
    }

    private static boolean isMergeKey(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().equals("<<");
    }

    /** Returns the objects that a merge key has, of which an earlier one goes before a later one. */
    private static List<Value> toMerge(Value value, Position key) {
        List<Value> objects = value.node.isArray()
                ? IntStream.range(0, value.node.size())
                        .mapToObj(i -> new Value(
                                value.node.get(i), value.place.elements().get(i), value.size))
                        .toList()
                : List.of(value);
        if (!objects.stream().allMatch(object -> object.node.isObject())) {
            throw error(key, "the value of a merge key (<<) must be an object or a list of objects");
        }
        return objects;
    }

    private Value array(CollectionStartEvent event, Position key, int depth) {
        ArrayNode node = NODES.arrayNode();
        List<Place> elements = new ArrayList<>();
        Size size = Size.ONE;
        for (Event element = next(); element.getEventId() != Event.ID.SequenceEnd; element = next()) {
            Value value = value(element, null, depth + 1);
            size = size.with(value.size);
            node.add(value.node);
            elements.add(value.place);
        }
        return new Value(node, new Place(key, at(event), Map.of(), elements), size);
    }

    private String name(Event event) {
        if (!(event instanceof ScalarEvent scalar)) {
            throw error(at(event), "the key must be a string, because JSON has no other keys");
        }
        if (isMergeKey(event)) {
            throw error(at(event), "merge keys (<<) are not part of YAML 1.2; write the members out");
        }
        return scalar.getValue();
    }

    private static Optional<String> tag(NodeEvent event) {
        return event instanceof CollectionStartEvent collection ? collection.getTag() : ((ScalarEvent) event).getTag();
    }

    private JsonNode scalar(ScalarEvent event) {
        if (tag(event).filter(tags::containsKey).isPresent()) {
            return NODES.stringNode(event.getValue());
        }
        try {
            return YamlScalars.read(event.getValue(), event.getTag().orElse(null), event.isPlain());
        } catch (IllegalArgumentException e) {
            throw error(at(event), String.valueOf(e.getMessage()));
        }
    }

    private CollectionStartEvent checked(CollectionStartEvent event, String kind) {
        event.getTag()
                .filter(tag -> !tag.equals("tag:yaml.org,2002:" + kind) && !tags.containsKey(tag))
                .ifPresent(tag -> {
                    throw error(at(event), YamlScalars.unknownTag(tag));
                });
        return event;
    }

    private static JsonSyntaxException error(Position position, String problem) {
        return JsonSyntaxException.ofYaml(position, problem);
    }

    private static String problem(MarkedYamlEngineException e) {
        String context = e.getContext();
        return context == null ? e.getProblem() : e.getProblem() + " " + context;
    }

    private Position at(Event event) {
        return event.getStartMark().map(this::position).orElse(Position.START);
    }

    /** Places are asked for in about their order, so from one to the next it is not far. */
    private Position position(Mark mark) {
        offset = text.offsetByCodePoints(offset, mark.getIndex() - codePoints);
        codePoints = mark.getIndex();
        return lines.at(offset);
    }
}
