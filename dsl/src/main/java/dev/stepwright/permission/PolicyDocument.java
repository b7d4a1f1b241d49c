package dev.stepwright.permission;

import dev.stepwright.json.JsonText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes policies of needs: as few statements as allow exactly these, in an order that depends on nothing else. */
final class PolicyDocument {
    static final String VERSION = "2012-10-17";

    private PolicyDocument() {}

    /** What the actions of one statement are allowed on. */
    private record Target(
            SortedSet<String> resources, @Nullable JsonNode condition) implements Comparable<Target> {
        @Override
        public int compareTo(Target other) {
            return key().compareTo(other.key());
        }

        private String key() {
            return String.join("\n", resources) + "\n\n" + (condition == null ? "" : JsonText.compact(condition));
        }
    }

    static ObjectNode of(Collection<Need> needs) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("Version", VERSION);
        ArrayNode statements = policy.putArray("Statement");
        Map<String, ObjectNode> sorted = new TreeMap<>();
        actionsByTarget(needs).forEach((target, actions) -> {
            ObjectNode statement = statement(actions, target);
            sorted.put(actions.first() + "\n" + target.key(), statement);
        });
        sorted.values().forEach(statements::add);
        return policy;
    }

    /** Returns the policy of a role that may do nothing. */
    static ObjectNode ofNothing() {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("Version", VERSION);
        ObjectNode statement = policy.putArray("Statement").addObject().put("Effect", "Deny");
        statement.putArray("Action").add("*");
        statement.putArray("Resource").add("*");
        return policy;
    }

    private static Map<Target, SortedSet<String>> actionsByTarget(Collection<Need> needs) {
        Map<String, Map<String, SortedSet<String>>> resources = new TreeMap<>();
        Map<String, JsonNode> conditions = new TreeMap<>();
        for (Need need : needs) {
            String condition = need.condition().map(JsonText::compact).orElse("");
            need.condition().ifPresent(json -> conditions.put(condition, json));
            resources
                    .computeIfAbsent(need.action(), action -> new TreeMap<>())
                    .computeIfAbsent(condition, any -> new TreeSet<>())
                    .add(need.resource());
        }
        Map<Target, SortedSet<String>> targets = new TreeMap<>();
        resources.forEach((action, byCondition) -> byCondition.forEach((condition, on) -> targets.computeIfAbsent(
                        new Target(widest(on), conditions.get(condition)), target -> new TreeSet<>())
                .add(action)));
        return targets;
    }

    /** Returns the resources without those that others cover, which only those with wildcards can. */
    private static SortedSet<String> widest(Set<String> resources) {
        List<String> wide = resources.stream().filter(Wildcards::areIn).toList();
        return resources.stream()
                .filter(each -> wide.stream().noneMatch(other -> !other.equals(each) && Wildcards.covers(other, each)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ObjectNode statement(SortedSet<String> actions, Target target) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("Effect", "Allow");
        ArrayNode allowed = statement.putArray("Action");
        actions.forEach(allowed::add);
        ArrayNode on = statement.putArray("Resource");
        target.resources().forEach(on::add);
        if (target.condition() != null) {
            statement.set("Condition", target.condition());
        }
        return statement;
    }
}
