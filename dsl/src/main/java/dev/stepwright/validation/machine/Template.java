package dev.stepwright.validation.machine;

import dev.stepwright.expression.TemplateKey;
import dev.stepwright.json.Trail;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The payload templates of JSONPath states: data in which members whose names end in {@code .$} are evaluated.
 *
 * @see <a href="https://states-language.net/spec.html#payload-template">ASL: Payload Template</a>
 */
public final class Template {
    private static final List<String> FIELDS =
            List.of("Parameters", "ResultSelector", "ItemSelector", "BatchInput", "Assign", "Credentials");

    /** What looks at the members of a template. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Looks at one member.
         *
         * @param object the object that has the member
         * @param place where the member stands
         */
        void visit(JsonNode object, Trail place, String name, JsonNode value);
    }

    private Template() {}

    /** Returns the fields of a JSONPath object that are templates and present. */
    static List<String> fieldsOf(Part part) {
        return part.isJsonata()
                ? List.of()
                : FIELDS.stream()
                        .filter(field -> part.has(field)
                                && Fields.find(part.kind(), field).isPresent())
                        .toList();
    }

    public static boolean isEvaluated(String name) {
        return TemplateKey.of(name).isDynamic();
    }

    /** Visits the members of all objects in a template, in the order of the document. */
    public static void walk(JsonNode node, Trail trail, Visitor visitor) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            Trail place = trail.member(member.getKey());
            visitor.visit(node, place, member.getKey(), member.getValue());
            walk(member.getValue(), place, visitor);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), trail.element(i), visitor);
        }
    }
}
