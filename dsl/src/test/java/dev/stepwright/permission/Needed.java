package dev.stepwright.permission;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.util.List;

/** What a definition of a test needs, each as one line: {@code action resource}, then the condition if there is one. */
final class Needed {
    static final Deployment SHOP = new Deployment("aws", "eu-west-1", "111122223333", "shop");

    private Needed() {}

    /** Returns what a task needs that the role of the machine {@code shop} does, called {@code Work}. */
    static Permissions task(String resource, String fields) {
        return machine("""
                {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "%s", %s "End": true}}}""".formatted(resource, fields.isEmpty() ? "" : fields + ","));
    }

    /** Returns what a task needs whose parameters are given, in JSONPath. */
    static List<String> of(String service, String parameters) {
        return lines(task("arn:aws:states:::" + service, "\"Parameters\": " + parameters));
    }

    static Permissions machine(String definition) {
        return Permissions.of(
                StateMachineDefinition.of(JsonDocument.parse(definition).root()), SHOP);
    }

    static List<String> lines(Permissions permissions) {
        return permissions.needs().stream().map(Needed::line).toList();
    }

    private static String line(Need need) {
        return need.action() + " " + need.shownResource()
                + need.condition()
                        .map(condition -> " " + JsonText.compact(condition))
                        .orElse("");
    }

    static List<String> messages(Permissions permissions) {
        return permissions.questions().stream().map(OpenQuestion::message).toList();
    }
}
