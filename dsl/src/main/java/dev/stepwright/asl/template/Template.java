package dev.stepwright.asl.template;

import dev.stepwright.json.JsonDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A template of CloudFormation or SAM, and its state machines. */
record Template(Path file, JsonDocument document) {
    private static final String RESOURCES = "Resources";
    private static final Set<String> TYPES =
            Set.of("AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine");

    /** The short forms of functions in YAML, and what they are in full. */
    static final Map<String, String> TAGS = tags();

    private static Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("!Ref", "Ref");
        tags.put("!Condition", "Condition");
        Stream.of(
                        "And",
                        "Base64",
                        "Cidr",
                        "Equals",
                        "FindInMap",
                        "GetAtt",
                        "GetAZs",
                        "If",
                        "ImportValue",
                        "Join",
                        "Length",
                        "Not",
                        "Or",
                        "Select",
                        "Split",
                        "Sub",
                        "ToJsonString",
                        "Transform")
                .forEach(name -> tags.put("!" + name, "Fn::" + name));
        return Map.copyOf(tags);
    }

    /** Returns whether a document is a template, with state machines or without. */
    static boolean is(JsonNode root) {
        return root.path(RESOURCES).isObject()
                && !root.has("States")
                && (root.has("AWSTemplateFormatVersion")
                        || root.path(RESOURCES)
                                .valueStream()
                                .anyMatch(resource ->
                                        resource.path("Type").asString("").contains("::")));
    }

    static boolean hasMachines(JsonNode root) {
        return is(root) && root.path(RESOURCES).valueStream().anyMatch(Template::isMachine);
    }

    private static boolean isMachine(JsonNode resource) {
        return TYPES.contains(resource.path("Type").asString(""));
    }

    Definitions definitions() {
        List<MachineResource> resources = document.root().path(RESOURCES).properties().stream()
                .filter(resource -> isMachine(resource.getValue()))
                .map(resource -> new MachineResource(this, resource.getKey()))
                .toList();
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("this template has no state machine: none of its "
                    + document.root().path(RESOURCES).size() + " resources is "
                    + TYPES.stream().sorted().collect(Collectors.joining(" or ")));
        }
        Found found = new Found(named(resources), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        resources.forEach(resource -> resource.addTo(found));
        return new Definitions(file, document.text(), found.machines(), found.problems(), found.broken());
    }

    /**
     * What has been found in a template.
     *
     * @param named the names of machines by the names of the placeholders that refer to them
     */
    record Found(
            Map<String, String> named,
            List<PlacedDefinition> machines,
            List<TemplateProblem> problems,
            List<Definitions.Broken> broken) {}

    private static Map<String, String> named(List<MachineResource> resources) {
        Map<String, String> named = new LinkedHashMap<>();
        for (MachineResource resource : resources) {
            Stream.of("", ".Arn", ".Name").forEach(ending -> named.put(resource.id() + ending, resource.name()));
        }
        return named;
    }

    /** Returns the resource that the template has under a logical id. */
    JsonPointer resource(String id) {
        return JsonPointer.empty().appendProperty(RESOURCES).appendProperty(id);
    }

    /** Returns whether the template says what a reference is to; of one that macros transform, SAM among them, nobody knows what it will have. */
    boolean knows(String reference) {
        String name = reference.replaceFirst("\\..*", "");
        JsonNode root = document.root();
        return root.has("Transform")
                || root.has("Fn::Transform")
                || name.startsWith("AWS::")
                || root.path("Parameters").has(name)
                || root.path(RESOURCES).has(name)
                || root.path(RESOURCES).propertyNames().stream().anyMatch(id -> id.startsWith("Fn::"));
    }
}
