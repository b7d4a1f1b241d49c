package dev.stepwright.asl.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.source.RandomMachines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Any change at any place of any definition, in JSON and in YAML in whatever style. */
class RandomFixesTest {
    private static final int SEEDS = 3_000;
    private static final List<String> WORDS =
            List.of("Next one", "no", "a: b", "it's", "[x]", "\"", "\\", "\ud83d\ude80", "1.0", "#1", "");

    @Test
    void a_fix_changes_what_it_says_and_nothing_else() {
        int made = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            ObjectNode machine = RandomMachines.machine(seed);
            boolean isYaml = random.nextBoolean();
            String text = isYaml ? new Yaml(random).of(machine, "") + "\n" : new Json(random).of(machine, "\n");
            AslDocument document = read(text, isYaml);
            Change change = Change.of((ObjectNode) document.root(), random);

            List<TextChange> changes = change.fix.in(document);

            if (!changes.isEmpty()) {
                made++;
                String changed = TextChange.in(text, changes);
                assertThat(JsonValues.equal(read(changed, isYaml).root(), change.expected))
                        .as("seed %d: %s in%n%s%nto%n%s", seed, change.fix, text, changed)
                        .isTrue();
            }
        }
        assertThat(made).isGreaterThan(SEEDS * 4 / 5);
    }

    private static AslDocument read(String text, boolean isYaml) {
        return AslDocument.parse(Path.of(isYaml ? "a.asl.yaml" : "a.asl.json"), text);
    }

    private record Change(Fix fix, JsonNode expected) {
        static Change of(ObjectNode machine, Random random) {
            ObjectNode expected = machine.deepCopy();
            List<JsonPointer> objects = new ArrayList<>();
            collect(machine, JsonPointer.empty(), objects);
            JsonPointer at = pick(objects, random);
            ObjectNode object = (ObjectNode) expected.at(at);
            String name = pick(List.copyOf(object.propertyNames()), random);
            JsonPointer member = at.appendProperty(name);
            String word = pick(WORDS, random);
            switch (random.nextInt(4)) {
                case 0 -> {
                    object.put("New", word);
                    return new Change(Fix.put(at.appendProperty("New"), word), expected);
                }
                case 1 -> {
                    object.set(word + "!", object.remove(name));
                    return new Change(Fix.rename(member, word + "!"), expected);
                }
                case 2 -> {
                    if (object.size() == 1) {
                        return of(machine, random);
                    }
                    object.remove(name);
                    return new Change(Fix.remove(member), expected);
                }
                default -> {
                    JsonNode old = object.path(name);
                    if (!old.isString()) {
                        return of(machine, random);
                    }
                    object.put(name, word);
                    return new Change(Fix.spell(member, old.stringValue(), word), expected);
                }
            }
        }

        private static void collect(JsonNode value, JsonPointer at, List<JsonPointer> objects) {
            if (value.isObject() && !value.isEmpty()) {
                objects.add(at);
            }
            value.properties()
                    .forEach(member -> collect(member.getValue(), at.appendProperty(member.getKey()), objects));
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                collect(value.get(i), at.appendIndex(i), objects);
            }
        }
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private record Json(Random random) {
        String of(JsonNode value, String line) {
            if (!value.isContainer() || value.isEmpty()) {
                return JsonText.compact(value);
            }
            String inner = random.nextInt(3) == 0
                    ? pick(List.of("", " "), random)
                    : line + pick(List.of("", "  ", "\t"), random);
            String colon = pick(List.of(":", ": ", " : "), random);
            String all = (value.isObject()
                            ? value.properties().stream()
                                    .map(each ->
                                            JsonText.quote(each.getKey()) + colon + of(each.getValue(), line + "  "))
                            : value.valueStream().map(each -> of(each, line + "  ")))
                    .collect(Collectors.joining("," + inner, inner, pick(List.of("", " ", line), random)));
            return value.isObject() ? "{" + all + "}" : "[" + all + "]";
        }
    }

    private record Yaml(Random random) {
        String of(JsonNode value, String indent) {
            if (!value.isContainer() || value.isEmpty() || random.nextInt(5) == 0) {
                return flow(value);
            }
            return (value.isObject()
                            ? value.properties().stream()
                                    .map(each -> text(each.getKey()) + ":" + behind(each.getValue(), indent))
                            : value.valueStream().map(each -> "-" + behind(each, indent)))
                    .map(each -> (random.nextInt(6) == 0 ? indent + "# above\n" : "") + indent + each)
                    .collect(Collectors.joining("\n"));
        }

        private String behind(JsonNode value, String indent) {
            String inner = indent + " ".repeat(1 + random.nextInt(3));
            String written = of(value, inner);
            if (written.startsWith(inner)) {
                return (random.nextInt(6) == 0 ? " # behind\n" : "\n") + written;
            }
            boolean isBlock = value.isString()
                    && value.asString("").matches("[a-z ]*[a-z]\\n?")
                    && !value.asString("").startsWith(" ");
            if (isBlock && random.nextBoolean()) {
                return " |" + (value.asString("").endsWith("\n") ? "" : "-") + "\n" + inner
                        + value.asString("").strip();
            }
            return " " + written + (random.nextInt(6) == 0 ? " # [behind}" : "");
        }

        private String flow(JsonNode value) {
            if (!value.isContainer()) {
                return value.isString() ? text(value.stringValue()) : JsonText.compact(value);
            }
            String comma = pick(List.of(", ", ","), random);
            return value.isObject()
                    ? value.properties().stream()
                            .map(each -> text(each.getKey()) + ": " + flow(each.getValue()))
                            .collect(Collectors.joining(comma, "{", "}"))
                    : value.valueStream().map(this::flow).collect(Collectors.joining(comma, "[ ", "]"));
        }

        private String text(String text) {
            if (text.matches("[A-Z][a-zA-Z]*|[A-Z]\\w+ \\d+") && random.nextInt(4) > 0) {
                return text;
            }
            return text.matches("\\P{Cntrl}*") && random.nextBoolean()
                    ? "'" + text.replace("'", "''") + "'"
                    : JsonText.quote(text);
        }
    }
}
