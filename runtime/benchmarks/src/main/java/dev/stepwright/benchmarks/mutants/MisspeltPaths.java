package dev.stepwright.benchmarks.mutants;

import dev.stepwright.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes definitions in which one path that is read is misspelt: one name in it, by one letter. */
final class MisspeltPaths {
    private static final Set<String> PATH_FIELDS = Set.of(
            "Variable", "InputPath", "OutputPath", "ItemsPath", "SecondsPath", "TimestampPath", "TimeoutSecondsPath");
    private static final Pattern PATH = Pattern.compile("\\$\\$?[A-Za-z]*(?:\\.[A-Za-z_]\\w*)+");
    private static final Pattern NAME = Pattern.compile("\\.([A-Za-z_]\\w*)");

    private final Random random;

    MisspeltPaths(long seed) {
        random = new Random(seed);
    }

    /** A definition with one path misspelt, and where. */
    record Mutant(StateMachineDefinition definition, JsonPointer pointer, String was, String is) {}

    /** Returns a mutant for each text of the definition that holds a path. */
    List<Mutant> of(StateMachineDefinition definition) {
        List<JsonPointer> sites = new ArrayList<>();
        find(definition.json(), JsonPointer.empty(), sites);
        List<Mutant> mutants = new ArrayList<>();
        for (JsonPointer site : sites) {
            String text = definition.json().at(site).stringValue();
            String misspelt = misspell(text);
            JsonNode copy = definition.json().deepCopy();
            put(copy, site, misspelt);
            mutants.add(new Mutant(StateMachineDefinition.of(copy), site, text, misspelt));
        }
        return mutants;
    }

    private static void put(JsonNode root, JsonPointer site, String text) {
        JsonNode parent = root.at(site.head());
        String last = site.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.put(last, text);
        } else {
            ((ArrayNode) parent).set(site.last().getMatchingIndex(), text);
        }
    }

    private static void find(JsonNode node, JsonPointer at, List<JsonPointer> sites) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                JsonPointer pointer = at.appendProperty(member.getKey());
                if (isRead(member.getKey(), member.getValue())) {
                    sites.add(pointer);
                }
                find(member.getValue(), pointer, sites);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (isJsonata(node.get(i))) {
                    sites.add(at.appendIndex(i));
                }
                find(node.get(i), at.appendIndex(i), sites);
            }
        }
    }

    private static boolean isRead(String name, JsonNode value) {
        boolean jsonPath = value.isString() && (name.endsWith(".$") || PATH_FIELDS.contains(name));
        return (jsonPath && PATH.matcher(value.stringValue()).find()) || isJsonata(value);
    }

    private static boolean isJsonata(JsonNode value) {
        return value.isString()
                && value.stringValue().startsWith("{%")
                && value.stringValue().contains("$states.")
                && PATH.matcher(value.stringValue()).find();
    }

    private String misspell(String text) {
        List<int[]> names = new ArrayList<>();
        Matcher path = PATH.matcher(text);
        while (path.find()) {
            Matcher name = NAME.matcher(path.group());
            boolean reserved = path.group().startsWith("$states.");
            while (name.find()) {
                if (!reserved) {
                    names.add(new int[] {path.start() + name.start(1), path.start() + name.end(1)});
                }
                reserved = false;
            }
        }
        if (names.isEmpty()) {
            Matcher first = NAME.matcher(text);
            first.find();
            names.add(new int[] {first.start(1), first.end(1)});
        }
        int[] at = names.get(random.nextInt(names.size()));
        return text.substring(0, at[0]) + misspelt(text.substring(at[0], at[1])) + text.substring(at[1]);
    }

    /** Doubles, drops, swaps or changes a letter, and makes sure that the name is another one. */
    private String misspelt(String name) {
        int at = random.nextInt(name.length());
        String wrong = switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            case 1 -> name.length() > 2 && at > 0 ? name.substring(0, at) + name.substring(at + 1) : name + "s";
            case 2 ->
                at + 1 < name.length()
                        ? name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2)
                        : name + "_";
            default -> name.substring(0, at) + 'z' + name.substring(at + 1);
        };
        return wrong.equals(name) ? name + "X" : wrong;
    }
}
