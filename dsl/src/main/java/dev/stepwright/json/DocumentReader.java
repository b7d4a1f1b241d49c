package dev.stepwright.json;

import dev.stepwright.json.JsonDocument.Writing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds a document from the tokens of one text. */
final class DocumentReader {
    /** The source is in what the parser says of the place where something began that is not closed. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonDocument.MAX_DEPTH)
                    .maxStringLength(JsonDocument.MAX_CHARACTERS)
                    .maxNameLength(JsonDocument.MAX_CHARACTERS)
                    .build())
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String text;
    private final Set<Integer> added;
    private final JsonParser parser;

    DocumentReader(String text) {
        this(text, Set.of());
    }

    /** @param added the offsets of quotes that the text did not have as it was written */
    DocumentReader(String text, Set<Integer> added) {
        this.text = text;
        this.added = added;
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    JsonDocument read() {
        try (parser) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonSyntaxException(Position.START, "the document is empty; add a JSON value");
            }
            Position position = tokenPosition();
            Value root = value(first, position);
            if (parser.nextToken() != null) {
                throw new JsonSyntaxException(
                        tokenPosition(),
                        "more text follows the end of the document; remove it, because a file holds one JSON value");
            }
            return new JsonDocument(text, root.node, root.place, Writing.JSON);
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private JsonSyntaxException broken(JacksonException e) {
        // A broken limit has no location of its own.
        TokenStreamLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        int offset = (int) Math.max(0, Math.min(location.getCharOffset(), text.length()));
        Position open = position(parser.streamReadContext().startLocation(ContentReference.unknown()));
        String problem = withoutLimits(e.getOriginalMessage());
        return JsonSyntaxException.ofParser(
                position(location),
                SyntaxWords.of(problem, new SyntaxWords.Surroundings(text.substring(0, offset), open)),
                problem);
    }

    private record Value(JsonNode node, Place place) {}

    private Value value(JsonToken token, Position key) {
        Position start = tokenPosition();
        return switch (token) {
            case START_OBJECT -> object(key, start);
            case START_ARRAY -> array(key, start);
            default -> new Value(scalar(token), new Place(key, start, Map.of(), List.of()));
        };
    }

    private Value object(Position key, Position start) {
        ObjectNode node = NODES.objectNode();
        Map<String, Place> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Position namePosition = tokenPosition();
            Place first = fields.get(name);
            if (first != null) {
                throw JsonSyntaxException.repeatedKey(namePosition, name, first.key());
            }
            Value value = value(parser.nextToken(), namePosition);
            node.set(name, value.node);
            fields.put(name, value.place);
        }
        return new Value(node, new Place(key, start, fields, List.of()));
    }

    private Value array(Position key, Position start) {
        ArrayNode node = NODES.arrayNode();
        List<Place> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Value value = value(token, tokenPosition());
            node.add(value.node);
            elements.add(value.place);
        }
        return new Value(node, new Place(key, start, Map.of(), elements));
    }

    private JsonNode scalar(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> string();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonText.number(parser.getString());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new IllegalStateException("a JSON parser gave " + token);
        };
    }

    private JsonNode string() {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        String value = parser.getString();
        if (added.contains(start)) {
            return new UnquotedString(value);
        }
        String lexeme = text.substring(start, (int) parser.currentLocation().getCharOffset());
        return lexeme.equals(JsonText.quote(value)) ? NODES.stringNode(value) : new LexicalString(value, lexeme);
    }

    private Position tokenPosition() {
        return position(parser.currentTokenLocation());
    }

    private static Position position(TokenStreamLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static String withoutLimits(String problem) {
        return problem.replaceFirst(
                "(, from `StreamReadConstraints[^`]*`| \\(from `StreamReadConstraints[^`]*`\\))", "");
    }
}
