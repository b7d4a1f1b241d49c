package dev.stepwright.types;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A definition may be broken in any way: what is wrong is said elsewhere, here it only means that nothing is known. */
class BrokenDefinitionsTest {
    private static final long SEED = 7;
    private static final int MUTANTS_OF_EACH = 120;
    private static final List<String> JUNK = List.of(
            "null",
            "7",
            "true",
            "\"\"",
            "\"$\"",
            "\"$.a.b\"",
            "\"{% ( %}\"",
            "\"{% $states.input.a.b %}\"",
            "[]",
            "{}",
            "[null, {\"a\": []}]",
            "{\"Next\": 3, \"StartAt\": \"A\", \"States\": []}",
            "\"States.Format(\"",
            "\"$$.x[*]\"");

    @Test
    void no_broken_definition_makes_it_fail() throws IOException {
        Random random = new Random(SEED);
        for (var file : CaseFilesTest.cases().toList()) {
            JsonNode whole = JsonDocument.read(file).root();
            for (int i = 0; i < MUTANTS_OF_EACH; i++) {
                JsonNode broken = whole.deepCopy();
                for (int breaks = 1 + random.nextInt(3); breaks > 0; breaks--) {
                    damage(broken, random);
                }
                assertThatCode(() -> DataFlow.analyze(StateMachineDefinition.of(broken)))
                        .as("seed %d, %s: %s", SEED, file, JsonText.compact(broken))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static void damage(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
            return;
        }
        JsonNode container = containers.get(random.nextInt(containers.size()));
        JsonNode junk =
                JsonDocument.parse(JUNK.get(random.nextInt(JUNK.size()))).root();
        if (container instanceof ObjectNode object) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, junk);
            }
        } else {
            ((ArrayNode) container).set(random.nextInt(container.size()), junk);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
