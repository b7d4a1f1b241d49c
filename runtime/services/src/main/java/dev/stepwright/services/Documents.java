package dev.stepwright.services;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The SDK's own kind of JSON, for members that may hold any. */
final class Documents {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Documents() {}

    static Document of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> Document.fromString(value.stringValue());
            case NUMBER -> Document.fromNumber(value.decimalValue());
            case BOOLEAN -> Document.fromBoolean(value.booleanValue());
            case ARRAY -> {
                List<Document> elements = new ArrayList<>(value.size());
                value.forEach(element -> elements.add(of(element)));
                yield Document.fromList(elements);
            }
            case OBJECT -> {
                Map<String, Document> members = new LinkedHashMap<>();
                value.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
                yield Document.fromMap(members);
            }
            default -> Document.fromNull();
        };
    }

    static JsonNode json(Document document) {
        if (document.isString()) {
            return NODES.stringNode(document.asString());
        }
        if (document.isNumber()) {
            return NODES.numberNode(new BigDecimal(document.asNumber().stringValue()));
        }
        if (document.isBoolean()) {
            return NODES.booleanNode(document.asBoolean());
        }
        if (document.isList()) {
            ArrayNode elements = NODES.arrayNode();
            document.asList().forEach(element -> elements.add(json(element)));
            return elements;
        }
        if (document.isMap()) {
            ObjectNode members = NODES.objectNode();
            document.asMap().forEach((name, value) -> members.set(name, json(value)));
            return members;
        }
        return NODES.nullNode();
    }
}
