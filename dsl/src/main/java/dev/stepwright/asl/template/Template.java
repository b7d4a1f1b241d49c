package dev.stepwright.asl.template;

import dev.stepwright.asl.Spelling;
import dev.stepwright.json.JsonDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A template of CloudFormation or SAM, and its state machines.
 *
 * @param values what is known of it
 */
record Template(Path file, JsonDocument document, KnownValues values) {
    private static final String RESOURCES = "Resources";
    private static final Set<String> TYPES =
            Set.of("AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine");

    /** CloudFormation takes 200 parameters and 500 resources. */
    private static final int MANY = 1000;

    private static final String SAM = "AWS::Serverless-2016-10-31";
    /** Other names that SAM makes begin with that of a resource. */
    private static final Pattern OF_SAM = Pattern.compile("Serverless.*|CodeDeployServiceRole");

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

    static boolean hasStacks(JsonNode root) {
        return is(root) && root.path(RESOURCES).valueStream().anyMatch(NestedStack::is);
    }

    private static boolean isMachine(JsonNode resource) {
        return TYPES.contains(resource.path("Type").asString(""));
    }

    Definitions definitions() {
        Definitions all =
                definitions(Map.of(), new HashSet<>(Set.of(file.toAbsolutePath().normalize())));
        if (all.isEmpty()) {
            throw new IllegalArgumentException("this template has no state machine: none of its "
                    + document.root().path(RESOURCES).size() + " resources is "
                    + TYPES.stream().sorted().collect(Collectors.joining(" or ")));
        }
        return all;
    }

    /**
     * Returns the definitions in it and in those that its stacks have.
     *
     * @param passed the names of machines that parameters stand for
     * @param read the templates that are read already
     */
    Definitions definitions(Map<String, String> passed, Set<Path> read) {
        Map<String, String> named = new LinkedHashMap<>(passed);
        named.putAll(named());
        Found found = new Found(named, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Definitions> nested = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> resource :
                document.root().path(RESOURCES).properties()) {
            if (NestedStack.is(resource.getValue())) {
                new NestedStack(this, resource.getKey()).addTo(found, nested, read);
            }
        }
        machines().forEach(machine -> machine.addTo(found));
        return new Definitions(file, document.text(), found.machines(), found.problems(), found.broken(), nested);
    }

    private Stream<MachineResource> machines() {
        return document.root().path(RESOURCES).properties().stream()
                .filter(resource -> isMachine(resource.getValue()))
                .map(resource -> new MachineResource(this, resource.getKey()));
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

    /** Returns the names of its machines by the names of the placeholders that refer to them. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        machines()
                .forEach(machine -> Stream.of("", ".Arn", ".Name")
                        .forEach(ending -> named.put(machine.id() + ending, machine.name())));
        return named;
    }

    /** Returns whether just one of its machines is called so, and nothing has that as its logical id. */
    boolean isOneCalled(String name) {
        return !document.root().path(RESOURCES).has(name)
                && machines().filter(machine -> machine.isCalled(name)).count() == 1;
    }

    /** Returns the resource that the template has under a logical id. */
    JsonPointer resource(String id) {
        return JsonPointer.empty().appendProperty(RESOURCES).appendProperty(id);
    }

    /** Returns whether the template has what a reference is to, or may have it once it is transformed. */
    boolean knows(String reference) {
        String name = reference.replaceFirst("\\..*", "");
        return name.startsWith("AWS::") || has(name) || mayMake(name);
    }

    /** Returns whether there is a parameter or a resource of a name. */
    boolean has(String name) {
        return document.root().path("Parameters").has(name)
                || document.root().path(RESOURCES).has(name);
    }

    /** Returns the parameter or resource that a misspelt name probably means. */
    Optional<String> similar(String name) {
        int most = Math.max(1, Math.min(4, name.length() / 3));
        return Stream.of("Parameters", RESOURCES)
                .flatMap(section -> document.root().path(section).propertyNames().stream())
                .limit(MANY)
                .filter(known -> Math.abs(known.length() - name.length()) <= most)
                .filter(known -> Spelling.distance(known, name) <= most)
                .min(Comparator.comparingInt(known -> Spelling.distance(known, name)));
    }

    /** Of SAM it is known how it calls the resources that it makes, of other macros it is not. */
    private boolean mayMake(String name) {
        JsonNode root = document.root();
        JsonNode macros = root.path("Transform");
        boolean isSam = macros.size() == 1 ? SAM.equals(macros.path(0).asString("")) : SAM.equals(macros.asString(""));
        Collection<String> ids = root.path(RESOURCES).propertyNames();
        return root.has("Fn::Transform")
                || root.has("Transform") && !isSam
                || ids.stream().anyMatch(id -> id.startsWith("Fn::"))
                || isSam && (OF_SAM.matcher(name).matches() || ids.stream().anyMatch(name::startsWith));
    }
}
