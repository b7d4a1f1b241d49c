package dev.stepwright.codegen.source;

import dev.stepwright.asl.BarePlaceholders;
import dev.stepwright.json.JsonText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The list of exported definitions, for deployments that are written in CDK, Terraform or SAM. */
final class ExportManifest {
    static final String FILE = "state-machines.json";

    /** The members that name a resource in the parameters of AWS services. */
    private static final Set<String> NAMES = Set.of(
            "Resource",
            "FunctionName",
            "StateMachineArn",
            "TopicArn",
            "QueueUrl",
            "TableName",
            "Bucket",
            "EventBusName",
            "Cluster",
            "TaskDefinition",
            "JobDefinition",
            "JobQueue",
            "JobName",
            "ProjectName");

    private ExportManifest() {}

    /** Returns the list. */
    static String text(List<JavaMachine> machines) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = manifest.putArray("stateMachines");
        machines.forEach(machine -> describe(machine, entries.addObject()));
        return JsonText.pretty(manifest) + "\n";
    }

    private static void describe(JavaMachine machine, ObjectNode entry) {
        Set<String> resources = new TreeSet<>();
        collect(BarePlaceholders.value(machine.asl()), resources);
        Set<String> placeholders = new TreeSet<>();
        ExportFormat.PLACEHOLDER
                .matcher(machine.asl())
                .results()
                .map(ExportManifest::name)
                .forEach(placeholders::add);
        entry.put("name", machine.name())
                .put("file", machine.file())
                .put("type", machine.type().name())
                .put("sha256", Digest.sha256(machine.asl()));
        resources.forEach(entry.putArray("resources")::add);
        placeholders.forEach(entry.putArray("placeholders")::add);
    }

    private static String name(MatchResult placeholder) {
        return placeholder.group(1);
    }

    private static void collect(JsonNode node, Set<String> resources) {
        node.properties().forEach(member -> {
            if (NAMES.contains(member.getKey())
                    && member.getValue().isString()
                    && !member.getValue().stringValue().startsWith("{%")) {
                resources.add(member.getValue().stringValue());
            }
        });
        node.forEach(part -> collect(part, resources));
    }
}
