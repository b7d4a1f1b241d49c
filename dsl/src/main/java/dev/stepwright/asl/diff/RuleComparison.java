package dev.stepwright.asl.diff;

import dev.stepwright.asl.ConditionText;
import dev.stepwright.asl.diff.Change.Subject;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares the rules of a Choice state or of a Catch that differ. A rule is taken for the same one if all but its target is equal,
 * else if it has the same target and, in a Catch, the same errors.
 */
final class RuleComparison {
    private final String field;
    private final List<String> place;
    private final List<JsonNode> removed;
    private final List<JsonNode> added;
    private final List<Change> changes = new ArrayList<>();

    private RuleComparison(String field, List<String> place, JsonNode before, JsonNode after) {
        this.field = field;
        this.place = place;
        this.removed = new ArrayList<>(before.values());
        this.added = new ArrayList<>(after.values());
    }

    static List<Change> compare(String field, List<String> place, JsonNode before, JsonNode after) {
        RuleComparison comparison = new RuleComparison(field, place, before, after);
        comparison.match(JsonValues::equal);
        comparison.match((was, is) -> JsonValues.equal(withoutTarget(was), withoutTarget(is)));
        comparison.match(comparison::isAlike);
        comparison.removed.forEach(rule -> comparison.add(comparison.name(rule), target(rule), null));
        comparison.added.forEach(rule -> comparison.add(comparison.name(rule), null, target(rule)));
        if (comparison.changes.isEmpty()) {
            comparison.changes.add(
                    new Change(Subject.FIELD, place, "order of " + field, Optional.of(before), Optional.of(after)));
        }
        return comparison.changes;
    }

    private void match(BiPredicate<JsonNode, JsonNode> same) {
        for (Iterator<JsonNode> before = removed.iterator(); before.hasNext(); ) {
            JsonNode was = before.next();
            Optional<JsonNode> found =
                    added.stream().filter(is -> same.test(was, is)).findFirst();
            found.ifPresent(is -> {
                before.remove();
                added.remove(is);
                compare(was, is);
            });
        }
    }

    private void compare(JsonNode before, JsonNode after) {
        for (String member : Comparison.names(before, after)) {
            JsonNode was = before.get(member);
            JsonNode is = after.get(member);
            if (member.equals("Next")) {
                add(name(after), was, is);
            } else if (was == null || is == null || !JsonValues.equal(was, is)) {
                changes.add(new Change(
                        Subject.FIELD,
                        place,
                        name(after) + ", " + member,
                        Optional.ofNullable(was),
                        Optional.ofNullable(is)));
            }
        }
    }

    private boolean isAlike(JsonNode before, JsonNode after) {
        return JsonValues.equal(before.path("Next"), after.path("Next"))
                && JsonValues.equal(before.path("ErrorEquals"), after.path("ErrorEquals"));
    }

    private String name(JsonNode rule) {
        return field.equals("Catch")
                ? "Catch " + JsonText.excerpt(rule.path("ErrorEquals"))
                : "rule " + ConditionText.of(rule);
    }

    private static JsonNode target(JsonNode rule) {
        return rule.has("Next") ? rule.get("Next") : rule;
    }

    private static JsonNode withoutTarget(JsonNode rule) {
        ObjectNode copy = ((ObjectNode) rule).deepCopy();
        copy.remove("Next");
        return copy;
    }

    private void add(String name, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null || !JsonValues.equal(before, after)) {
            changes.add(new Change(
                    Subject.TRANSITION, place, name, Optional.ofNullable(before), Optional.ofNullable(after)));
        }
    }
}
