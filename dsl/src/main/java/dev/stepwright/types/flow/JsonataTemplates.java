package dev.stepwright.types.flow;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.Placeholders;
import dev.stepwright.json.Trail;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.types.jsonata.Evaluation;
import dev.stepwright.types.jsonata.Gap;
import dev.stepwright.types.jsonata.Given;
import dev.stepwright.types.jsonata.Listener;
import dev.stepwright.types.jsonata.Surroundings;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Literals;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Meant;
import dev.stepwright.types.report.Misspelt;
import dev.stepwright.types.service.ParameterNeeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What JSON with expressions in its strings makes; reports expressions that give nothing. */
final class JsonataTemplates {
    private final Visit visit;
    private final Gaps gaps;

    JsonataTemplates(Visit visit) {
        this.visit = visit;
        this.gaps = new Gaps(visit.node(), visit.recorder());
    }

    Value value(JsonNode template, StatesVariable states, Trail trail) {
        return value(template, ParameterNeeds.UNDOCUMENTED, states, trail);
    }

    /** @param needs what the parts of the template need to be */
    Value value(JsonNode template, ParameterNeeds needs, StatesVariable states, Trail trail) {
        if (template.isObject()) {
            return object(template, needs, states, trail);
        }
        if (template.isArray()) {
            List<Value> each = new ArrayList<>();
            for (int i = 0; i < template.size(); i++) {
                each.add(needed(template.get(i), needs.element(), states, trail.element(i)));
            }
            return Value.of(Items.each(each));
        }
        return JsonataMarks.surround(template)
                ? evaluated(template, states, trail)
                : Literals.value(template, needs.need());
    }

    private Value needed(JsonNode template, ParameterNeeds needs, StatesVariable states, Trail trail) {
        Value value = value(template, needs, states, trail);
        if (needs.need() != Need.VALUE) {
            visit.recorder().use(visit.node(), value, needs.need(), false);
        }
        visit.recorder().useElements(visit.node(), value, needs.element().need());
        return value;
    }

    private Value object(JsonNode template, ParameterNeeds needs, StatesVariable states, Trail trail) {
        Map<String, Field> members = new LinkedHashMap<>();
        Set<Place> rest = Set.of();
        for (Map.Entry<String, JsonNode> member : template.properties()) {
            String name = member.getKey();
            Value value = needed(member.getValue(), needs.member(name), states, trail.member(name));
            members.put(name, Field.always(value));
            if (Placeholders.areIn(name)) {
                rest = Set.of(Place.ANYWHERE);
            }
        }
        return Value.of(new Fields(members, rest));
    }

    /** Returns the expression that a value is. */
    Optional<Syntax> expression(JsonNode node) {
        return JsonataMarks.surround(node)
                ? visit.jsonata().expression(JsonataMarks.between(node.stringValue()))
                : Optional.empty();
    }

    private Value evaluated(JsonNode node, StatesVariable states, Trail trail) {
        Syntax syntax = expression(node).orElse(null);
        if (syntax == null) {
            return Value.ANY;
        }
        Given given = Evaluation.of(syntax, surroundings(states), new Ear(trail));
        Gap gap = given.gap();
        if (gap != null && visit.recorder().isRecording()) {
            gaps.report(
                    gap,
                    inside(trail, gap.start()),
                    entry -> Evaluation.of(syntax, surroundings(states.asOf(entry)), Listener.NONE)
                                    .gap()
                            != null);
        }
        return given.value();
    }

    private static Trail inside(Trail expression, int start) {
        return expression.character(JsonataMarks.WIDTH + start);
    }

    private static Surroundings surroundings(StatesVariable states) {
        Map<String, Value> values = new LinkedHashMap<>();
        Set<String> unsure = new HashSet<>();
        states.entry().variables().byName().forEach((name, variable) -> {
            values.put(name, variable.value());
            if (variable.isSometimes()) {
                unsure.add(name);
            }
        });
        return new Surroundings(states.value(), values, unsure);
    }

    /** Reports a value that is known and never of the type that is needed. */
    void mismatch(Value value, Need need, Trail trail, String what) {
        visit.recorder().mismatch(visit.node(), value, need, true, trail, what);
    }

    /** Hears what the expression at one place reads. */
    private final class Ear implements Listener {
        private final Trail trail;

        Ear(Trail trail) {
            this.trail = trail;
        }

        @Override
        public void uses(Value value, Need need, boolean certain) {
            visit.recorder().use(visit.node(), value, need, certain, trail);
            if (visit.node().state() instanceof ChoiceState) {
                asks(value);
            }
        }

        @Override
        public void asks(Value value) {
            visit.recorder().ask(visit.node(), value);
        }

        @Override
        public void reads(Member member) {
            visit.recorder().named(visit.node(), member.value());
            Misspelt.meant(member.input(), member.name(), member.next())
                    .map(name -> new Meant(member.path(member.name()), member.path(name)))
                    .ifPresent(meant -> visit.recorder()
                            .suspect(
                                    visit.node(),
                                    member.value(),
                                    inside(trail, member.start()),
                                    () -> gaps.misspelt(meant),
                                    meant));
        }

        @Override
        public void swallows(Gap gap) {
            if (visit.recorder().isRecording()) {
                gaps.reportSwallowed(gap, inside(trail, gap.start()));
            }
        }

        /** Of an array that stands at a place it may be each element that the part takes. */
        @Override
        public void mismatches(Value value, Need need, Part part) {
            if (value.places().stream().noneMatch(place -> place.documentation().isArray())) {
                Trail at = inside(trail, part.start());
                visit.recorder().mismatch(visit.node(), value, need, part.certain(), at, part.what());
            }
        }
    }
}
