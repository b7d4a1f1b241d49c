package dev.stepwright.codegen.source;

import dev.stepwright.codegen.generate.GeneratedFile;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
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

    private final Set<String> express;
    private final ArrayNode machines = JsonNodeFactory.instance.arrayNode();

    ExportManifest(Set<String> express) {
        this.express = express;
    }

    void add(GeneratedFile definition) {
        String name = definition.path().substring(0, definition.path().length() - SourceTree.DEFINITION.length());
        Set<String> resources = new TreeSet<>();
        collect(JsonDocument.parse(definition.text()).root(), resources);
        Set<String> placeholders = new TreeSet<>();
        ExportFormat.PLACEHOLDER
                .matcher(definition.text())
                .results()
                .map(ExportManifest::name)
                .forEach(placeholders::add);
        ObjectNode machine = machines.addObject()
                .put("name", name)
                .put("file", definition.path())
                .put("type", express.contains(name) ? "EXPRESS" : "STANDARD")
                .put("sha256", Digest.sha256(definition.text()));
        resources.forEach(machine.putArray("resources")::add);
        placeholders.forEach(machine.putArray("placeholders")::add);
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

    String text() {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.set("stateMachines", machines);
        return JsonText.pretty(manifest) + "\n";
    }
}
