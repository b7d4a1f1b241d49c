package dev.stepwright.asl.diff;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.diff.Change.Subject;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares two definitions from the outside to the inside. Every difference between the JSON values gives a change at least. */
final class Comparison {
    private static final Set<String> MACHINES = Set.of("ItemProcessor", "Iterator");

    private final List<Change> changes = new ArrayList<>();

    List<Change> machines(List<String> place, StateMachineDefinition before, StateMachineDefinition after) {
        boolean states = before.json().path("States").isObject()
                && after.json().path("States").isObject();
        for (String field : names(before.json(), after.json())) {
            if (field.equals("States") && states) {
                continue;
            }
            Subject subject = field.equals("StartAt") ? Subject.TRANSITION : Subject.FIELD;
            change(subject, place, field, before.json().get(field), after.json().get(field));
        }
        if (states) {
            states(place, before.json().get("States"), after.json().get("States"));
        }
        return changes;
    }

    private void states(List<String> place, JsonNode before, JsonNode after) {
        for (String name : names(before, after)) {
            JsonNode was = before.get(name);
            JsonNode is = after.get(name);
            if (was != null && is != null && was.isObject() && is.isObject()) {
                fields(plus(place, "state " + JsonText.quote(name)), was, is);
            } else {
                change(Subject.STATE, place, name, was, is);
            }
        }
    }

    private void fields(List<String> place, JsonNode before, JsonNode after) {
        for (String field : names(before, after)) {
            JsonNode was = before.get(field);
            JsonNode is = after.get(field);
            if (was == null || is == null || JsonValues.equal(was, is)) {
                change(subject(field), place, field, was, is);
            } else if (MACHINES.contains(field) && was.isObject() && is.isObject()) {
                machines(plus(place, field), StateMachineDefinition.of(was), StateMachineDefinition.of(is));
            } else if (field.equals("Branches") && areObjects(was) && areObjects(is) && was.size() == is.size()) {
                for (int i = 0; i < was.size(); i++) {
                    machines(
                            plus(place, "branch " + (i + 1)),
                            StateMachineDefinition.of(was.get(i)),
                            StateMachineDefinition.of(is.get(i)));
                }
            } else if ((field.equals("Choices") || field.equals("Catch")) && areObjects(was) && areObjects(is)) {
                changes.addAll(RuleComparison.compare(field, place, was, is));
            } else {
                change(subject(field), place, field, was, is);
            }
        }
    }

    private static Subject subject(String field) {
        return field.equals("Next") || field.equals("Default") ? Subject.TRANSITION : Subject.FIELD;
    }

    private static boolean areObjects(JsonNode array) {
        return array.isArray() && array.valueStream().allMatch(JsonNode::isObject);
    }

    private void change(
            Subject subject, List<String> place, String name, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null || !JsonValues.equal(before, after)) {
            changes.add(new Change(subject, place, name, Optional.ofNullable(before), Optional.ofNullable(after)));
        }
    }

    static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names;
    }

    private static List<String> plus(List<String> place, String more) {
        List<String> inner = new ArrayList<>(place);
        inner.add(more);
        return inner;
    }
}
