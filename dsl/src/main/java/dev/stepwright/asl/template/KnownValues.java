package dev.stepwright.asl.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What is known of a template's values before it is deployed: parameters that somebody gives or that have a default, entries of mappings, and the conditions
 * that follow from these.
 */
final class KnownValues {
    /** Of these a default is the name of a value that is elsewhere, or no single value. */
    private static final Pattern NOT_ITSELF = Pattern.compile("AWS::SSM::.*|CommaDelimitedList|List<.*");

    private static final Pattern ENDS_STRING = Pattern.compile("[\"\\\\\\p{Cntrl}]");

    /** Such a word is there until somebody writes what is meant. */
    private static final Pattern HOLDS_PLACE =
            Pattern.compile("(?i:(change|replace)[-_ ]?(me|this))|TODO|TBD|FIXME|[xX]{3,}");

    /** More conditions than these, and than anybody has, could follow from one another. */
    private static final int MANY = 1000;

    private final JsonNode root;
    private final Map<String, String> given;
    private final Set<String> unknown;
    private final Map<String, Optional<Boolean>> conditions = new HashMap<>();

    /**
     * @param root of the template
     * @param given the values of parameters and pseudo parameters that somebody gives
     */
    KnownValues(JsonNode root, Map<String, String> given) {
        this(root, given, Set.of());
    }

    /** @param unknown the parameters that have a value, but nobody knows which */
    private KnownValues(JsonNode root, Map<String, String> given, Set<String> unknown) {
        this.root = root;
        this.given = given;
        this.unknown = unknown;
    }

    /**
     * Returns what is known of the template of a stack in this one.
     *
     * @param passed the values of its parameters; one with a placeholder is that of its name if somebody gives it, else unknown
     */
    KnownValues passedTo(JsonNode template, Map<String, String> passed) {
        Map<String, String> values = new HashMap<>(given);
        values.keySet().removeAll(root.path("Parameters").propertyNames());
        Set<String> open = new HashSet<>();
        passed.forEach((name, value) -> {
            if (value.contains("${") || !isItself(template.path("Parameters").path(name))) {
                open.add(name);
            } else {
                values.put(name, value);
            }
        });
        return new KnownValues(template, values, open);
    }

    Map<String, String> given() {
        return given;
    }

    /** Returns nothing that is known. */
    static KnownValues none() {
        return new KnownValues(MissingNode.getInstance(), Map.of());
    }

    /** Returns the value of a parameter or a pseudo parameter that can stand in a text. */
    Optional<String> of(String name) {
        return value(name).filter(value -> given.containsKey(name) ? !endsString(value) : canStand(value));
    }

    /** Returns whether a default can stand in a text. One that is empty, or only holds a place, cannot: whoever deploys gives a value. */
    static boolean canStand(String value) {
        return !value.isEmpty()
                && !endsString(value)
                && !HOLDS_PLACE.matcher(value).matches();
    }

    private Optional<String> value(String name) {
        JsonNode parameter = root.path("Parameters").path(name);
        JsonNode first = parameter.path("Default");
        boolean isDefault = first.isValueNode()
                && !unknown.contains(name)
                && !parameter.path("NoEcho").asBoolean(false)
                && isItself(parameter);
        return Optional.ofNullable(given.get(name))
                .or(() -> isDefault ? Optional.of(first.asString()) : Optional.empty());
    }

    private static boolean isItself(JsonNode parameter) {
        return !NOT_ITSELF.matcher(parameter.path("Type").asString("")).matches();
    }

    /** Returns whether a text cannot stand within a string of JSON as it is. */
    static boolean endsString(String text) {
        return ENDS_STRING.matcher(text).find();
    }

    /** Returns what {@code Fn::FindInMap} gives. */
    Optional<String> mapped(JsonNode arguments) {
        Optional<JsonNode> found = Optional.of(root.path("Mappings"));
        for (int i = 0; i < 3; i++) {
            Optional<String> key = constant(arguments.path(i));
            found = found.flatMap(map -> key.map(map::path));
        }
        return found.filter(JsonNode::isValueNode).map(JsonNode::asString).filter(value -> !endsString(value));
    }

    private Optional<String> constant(JsonNode value) {
        if (value.isValueNode()) {
            return Optional.of(value.asString());
        }
        return value.has("Ref")
                ? value(value.path("Ref").asString(""))
                : value.has("Fn::FindInMap") ? mapped(value.path("Fn::FindInMap")) : Optional.empty();
    }

    /** Returns the place of the choice that a value comes to where it is a {@code Fn::If} whose condition is known; else its own. */
    JsonPointer chosen(JsonPointer value) {
        return choice(root.at(value))
                .map(choice -> chosen(value.appendProperty("Fn::If").appendIndex(choice)))
                .orElse(value);
    }

    /** Returns which choice a value comes to, 1 or 2, if it is a {@code Fn::If} whose condition is known and that has this choice. */
    Optional<Integer> choice(JsonNode value) {
        JsonNode arguments = value.path("Fn::If");
        return isTrue(arguments.path(0).asString("")).map(is -> is ? 1 : 2).filter(arguments::has);
    }

    /** Of one that goes round in a circle nothing is known. */
    private Optional<Boolean> isTrue(String condition) {
        if (!conditions.containsKey(condition) && conditions.size() < MANY) {
            conditions.put(condition, Optional.empty());
            conditions.put(condition, isTrue(root.path("Conditions").path(condition)));
        }
        return conditions.getOrDefault(condition, Optional.empty());
    }

    private Optional<Boolean> isTrue(JsonNode condition) {
        String function = condition.isObject() && condition.size() == 1 ? Intrinsics.function(condition) : "";
        JsonNode argument = condition.path(function);
        return switch (function) {
            case "Condition" -> isTrue(argument.asString(""));
            case "Fn::Equals" ->
                constant(argument.path(0))
                        .flatMap(left -> constant(argument.path(1)).map(left::equals));
            case "Fn::Not" -> isTrue(argument.path(0)).map(is -> !is);
            case "Fn::And" -> joined(argument, false);
            case "Fn::Or" -> joined(argument, true);
            default -> Optional.empty();
        };
    }

    /** @param deciding the value of one that is the value of all */
    private Optional<Boolean> joined(JsonNode all, boolean deciding) {
        List<Optional<Boolean>> each = all.valueStream().map(this::isTrue).toList();
        if (each.contains(Optional.of(deciding))) {
            return Optional.of(deciding);
        }
        return each.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(!deciding);
    }
}
