package dev.stepwright.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.SharedFiles;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is printed as a policy allows the calls of the definition, whatever their parameters become; and nothing of it is too much. */
class PrintedPoliciesTest {
    private static final String COMPUTED = "some-value";

    /** What a person has to replace, but in small letters, so that no program knows it: nothing that is called as it is. */
    private static final Pattern FOR_A_PERSON = Pattern.compile("\"<\\w*[a-z]\\w*>\"");

    private static final Pattern CONSTANT = Pattern.compile("\\{% *(['\"])([^'\"]*)\\1 *%}");

    /** A call of a Task state or of a Map that reads or writes. */
    private record Call(String label, Permissions needed) {}

    private static List<Call> calls(Path file, StateMachineDefinition definition) {
        Deployment here = Needed.SHOP.ofTasks(definition);
        List<Call> calls = new ArrayList<>();
        for (StateMachineDefinition scope : definition.scopes()) {
            scope.states().values().stream()
                    .filter(state -> !state.json().has("Credentials"))
                    .forEach(state -> {
                        String label = file.getFileName() + " " + state.name();
                        if (state instanceof TaskState) {
                            add(label, state.json(), here, calls);
                        }
                        add(label, state.json().path("ItemReader"), here, calls);
                    });
        }
        return calls;
    }

    private static void add(String label, JsonNode task, Deployment here, List<Call> calls) {
        if (task.has("Resource") && !FOR_A_PERSON.matcher(task.toString()).find()) {
            JsonNode parameters = task.has("Arguments") ? task.get("Arguments") : task.path("Parameters");
            String resource = task.path("Resource").stringValue().replaceFirst("\\.(sync(:2)?|waitForTaskToken)$", "");
            calls.add(new Call(label, Permissions.ofCall(resource, computed(parameters), here)));
        }
    }

    /** Returns parameters with a value in the place of whatever is computed. */
    private static JsonNode computed(JsonNode json) {
        if (json instanceof ObjectNode object) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> {
                boolean isPath = member.getKey().endsWith(".$");
                values.set(
                        isPath ? member.getKey().replaceFirst("\\.\\$$", "") : member.getKey(),
                        isPath ? JsonNodeFactory.instance.stringNode(COMPUTED) : computed(member.getValue()));
            });
            return values;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> values.add(computed(element)));
            return values;
        }
        if (!JsonataMarks.surround(json) && !json.isMissingNode()) {
            return json;
        }
        Matcher constant = CONSTANT.matcher(json.asString(""));
        return JsonNodeFactory.instance.stringNode(constant.matches() ? constant.group(2) : COMPUTED);
    }

    /** Returns a policy without an action. */
    private static PolicyCheck without(String action, JsonNode policy) {
        JsonNode lacking = policy.deepCopy();
        List<JsonNode> statements = new ArrayList<>();
        lacking.path("Statement").forEach(statement -> {
            ArrayNode actions = (ArrayNode) statement.path("Action");
            actions.removeIf(each -> each.stringValue().equals(action));
            if (!actions.isEmpty()) {
                statements.add(statement);
            }
        });
        ArrayNode kept = JsonNodeFactory.instance.arrayNode().addAll(statements);
        return PolicyCheck.of(List.of(JsonNodeFactory.instance.objectNode().set("Statement", kept)));
    }

    @Test
    void a_printed_policy_allows_all_calls_and_without_one_of_its_actions_not() throws IOException {
        int called = 0;
        for (Path file : SharedFiles.jsonFiles("corpus/real")) {
            StateMachineDefinition definition = StateMachineDefinition.of(
                    JsonDocument.parse(Files.readString(file)).root());
            JsonNode policy = Permissions.of(definition, Needed.SHOP).policy();
            PolicyCheck printed = PolicyCheck.of(List.of(policy));
            for (Call call : calls(file, definition)) {
                called++;
                assertThat(printed.refusal(call.needed())).as(call.label()).isEmpty();
                for (Need need : call.needed().needs()) {
                    assertThat(without(need.action(), policy)
                                    .refusal(call.needed())
                                    .map(Refusal::action))
                            .as(call.label())
                            .contains(need.action());
                }
            }
        }
        assertThat(called).isGreaterThan(500);
    }
}
