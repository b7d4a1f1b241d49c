package dev.stepwright.types;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The shapes of single values: just what the value is. */
final class Samples {
    private Samples() {}

    static Shape shape(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> new Shape.Scalar(Shape.Scalar.Type.NULL);
            case BOOLEAN -> new Shape.Scalar(Shape.Scalar.Type.BOOLEAN);
            case NUMBER ->
                new Shape.Scalar(value.isIntegralNumber() ? Shape.Scalar.Type.INTEGER : Shape.Scalar.Type.NUMBER);
            case STRING -> new Shape.Scalar(Shape.Scalar.Type.STRING);
            case ARRAY ->
                new Shape.Tuple(value.valueStream().map(Samples::shape).toList());
            default -> {
                Map<String, Shape.Member> members = new LinkedHashMap<>();
                value.properties()
                        .forEach(member ->
                                members.put(member.getKey(), new Shape.Member(shape(member.getValue()), true)));
                yield new Shape.Structure(members, false);
            }
        };
    }
}
