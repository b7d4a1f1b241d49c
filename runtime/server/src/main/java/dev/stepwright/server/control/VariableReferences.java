package dev.stepwright.server.control;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.expression.JsonataMarks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Which variables the states of a definition read: the member {@code variableReferences} of DescribeStateMachine. Works on the
 * text of paths and expressions, as these are not evaluated here.
 */
final class VariableReferences {
    /** In these only members whose names end in {@code .$} are evaluated. */
    private static final Set<String> TEMPLATES =
            Set.of("Parameters", "ResultSelector", "Assign", "ItemSelector", "BatchInput", "Credentials");

    /** What of a state is not its own, or is not evaluated. */
    private static final Set<String> LEFT_OUT = Set.of("ItemProcessor", "Iterator", "Branches", "Result");

    private static final String STRING = "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final String NAME = "\\$([\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*+)";
    private static final Pattern IN_JSONPATH = Pattern.compile(STRING + "|\\$\\$|" + NAME);
    private static final Pattern IN_JSONATA =
            Pattern.compile(STRING + "|`[^`]*`|/\\*.*?\\*/|\\$\\$|" + NAME + "(?!\\s*(?:\\(|:=))", Pattern.DOTALL);
    private static final Pattern BOUND_IN_JSONATA =
            Pattern.compile(NAME + "\\s*:=|(?:function|\u03bb)\\s*\\(([^)]*)\\)", Pattern.DOTALL);
    /** What JSONata itself defines and an expression may name without calling it. */
    private static final Pattern FUNCTION = Pattern.compile(
            "states|abs|append|assert|average|base64decode|base64encode|boolean|ceil|clone|contains|count|decodeUrl"
                    + "|decodeUrlComponent|distinct|each|encodeUrl|encodeUrlComponent|error|eval|exists|filter|floor"
                    + "|formatBase|formatInteger|formatNumber|fromMillis|hash|join|keys|length|lookup|lowercase|map|match"
                    + "|max|merge|millis|min|not|now|number|pad|parse|parseInteger|partition|power|random|range|reduce"
                    + "|replace|reverse|round|shuffle|sift|single|sort|split|spread|sqrt|string|substring|substringAfter"
                    + "|substringBefore|sum|toMillis|trim|type|typeOf|uppercase|uuid|zip");

    private VariableReferences() {}

    /** Returns the names of the variables that each state reads, in alphabetical order; states that read none are left out. */
    static Map<String, List<String>> of(StateMachineDefinition definition) {
        Map<String, List<String>> references = new TreeMap<>();
        for (StateMachineDefinition scope : definition.scopes()) {
            QueryLanguage machine =
                    scope.field("QueryLanguage").isPresent() ? scope.queryLanguage() : definition.queryLanguage();
            for (State state : scope.states().values()) {
                SortedSet<String> names = read(state, state.queryLanguage(machine));
                if (!names.isEmpty()) {
                    references.put(state.name(), List.copyOf(names));
                }
            }
        }
        return Collections.unmodifiableMap(references);
    }

    private static SortedSet<String> read(State state, QueryLanguage language) {
        List<String> texts = new ArrayList<>();
        boolean isJsonata = language == QueryLanguage.JSONATA;
        if (isJsonata) {
            collectJsonata(state.json(), true, texts);
        } else {
            collectPaths(state.json(), false, texts);
        }
        SortedSet<String> names = new TreeSet<>();
        for (String text : texts) {
            names.addAll(isJsonata ? freeInJsonata(text) : named(IN_JSONPATH, text));
        }
        return names;
    }

    /** Collects the paths and intrinsics of a JSONPath state. */
    private static void collectPaths(JsonNode node, boolean isTemplate, List<String> texts) {
        if (node.isArray()) {
            node.forEach(element -> collectPaths(element, isTemplate, texts));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (member.getValue().isString()) {
                boolean isPath = isTemplate ? name.endsWith(".$") : name.endsWith("Path") || name.equals("Variable");
                if (isPath) {
                    texts.add(member.getValue().stringValue());
                }
            } else if (isTemplate || !LEFT_OUT.contains(name)) {
                collectPaths(member.getValue(), isTemplate || TEMPLATES.contains(name), texts);
            }
        }
    }

    /** Collects the expressions of a JSONata state. */
    private static void collectJsonata(JsonNode node, boolean isState, List<String> texts) {
        if (node.isString() && JsonataMarks.surround(node.stringValue())) {
            texts.add(JsonataMarks.inside(node.stringValue()));
        }
        if (node.isArray()) {
            node.forEach(element -> collectJsonata(element, false, texts));
        }
        node.properties().stream()
                .filter(member -> !isState || !LEFT_OUT.contains(member.getKey()))
                .forEach(member -> collectJsonata(member.getValue(), false, texts));
    }

    private static SortedSet<String> freeInJsonata(String text) {
        SortedSet<String> names = named(IN_JSONATA, text);
        names.removeIf(name -> FUNCTION.matcher(name).matches());
        Matcher bound = BOUND_IN_JSONATA.matcher(text);
        while (bound.find()) {
            if (bound.group(1) != null) {
                names.remove(bound.group(1));
            } else {
                names.removeAll(named(IN_JSONATA, bound.group(2)));
            }
        }
        return names;
    }

    private static SortedSet<String> named(Pattern pattern, String text) {
        SortedSet<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
