package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.TemplateExpression;
import dev.stepwright.expression.TemplateKey;
import dev.stepwright.json.Placeholders;
import dev.stepwright.json.Trail;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Literals;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.service.ParameterNeeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What payload templates and their expressions make. */
public record Templates(Expressions expressions, Reads reads) {
    /** Returns what a template makes of a frame. */
    public Value value(JsonNode template, Frame frame, Trail trail) {
        return value(template, ParameterNeeds.UNDOCUMENTED, frame, trail);
    }

    /**
     * Returns what a template makes of a frame.
     *
     * @param needs what its parts need to be
     */
    public Value value(JsonNode template, ParameterNeeds needs, Frame frame, Trail trail) {
        if (template.isObject()) {
            return Value.of(object(template, needs, frame, trail));
        }
        if (template.isArray()) {
            List<Value> each = new ArrayList<>();
            for (int i = 0; i < template.size(); i++) {
                each.add(value(template.get(i), needs.element(), frame, trail.element(i)));
            }
            return Value.of(Items.each(each));
        }
        return Literals.value(template, needs.need());
    }

    private Fields object(JsonNode template, ParameterNeeds needs, Frame frame, Trail trail) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Set<Place> rest = Set.of();
        for (Map.Entry<String, JsonNode> member : template.properties()) {
            String key = member.getKey();
            Trail at = trail.member(key);
            if (Placeholders.areIn(key)) {
                rest = Set.of(Place.ANYWHERE);
            } else if (TemplateKey.of(key).isDynamic()) {
                String name = TemplateKey.of(key).name();
                fields.put(name, Field.always(needed(member.getValue(), needs.member(name), frame, at)));
            } else {
                fields.put(key, Field.always(value(member.getValue(), needs.member(key), frame, at)));
            }
        }
        return new Fields(fields, rest);
    }

    private Value needed(JsonNode text, ParameterNeeds needs, Frame frame, Trail trail) {
        Value value = text(text, frame, trail, needs.need());
        reads.recorder().useElements(reads.node(), value, needs.element().need());
        return value;
    }

    /** Returns the value of a text that is a path or an intrinsic call. */
    public Value text(JsonNode text, Frame frame, Trail trail, Need need) {
        Optional<TemplateExpression> expression =
                text.isString() ? expressions.expression(text.stringValue()) : Optional.empty();
        return expression.map(parsed -> value(parsed, frame, trail, need)).orElse(Value.ANY);
    }

    private Value value(TemplateExpression expression, Frame frame, Trail trail, Need need) {
        return expression instanceof JsonPath path
                ? reads.read(path, frame, trail, need, true)
                : new Intrinsics(reads, frame, trail, expression.text()).value(((Intrinsic) expression).call());
    }
}
