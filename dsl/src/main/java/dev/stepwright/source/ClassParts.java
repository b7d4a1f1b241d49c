package dev.stepwright.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in the class beside the chain of states: resources, variables of the workflow, labels, shared states. */
final class ClassParts {
    private final Identifiers constants = new Identifiers(Set.of());
    private final Identifiers locals = new Identifiers(Set.of());
    private final Map<Resource, String> resources = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<Label, String> labels = new LinkedHashMap<>();
    private final List<Local> shared = new ArrayList<>();

    /** A resource with what it takes and gives. */
    record Resource(String arn, String argument, String result) {}

    private record Label(String state, String type, int scope) {}

    /** A local variable. */
    record Local(String type, String name, Code value) {}

    private final List<JavaSource.Raw> raw = new ArrayList<>();

    /** Remembers a state that is raw. */
    void raw(JavaSource.Raw state) {
        raw.add(state);
    }

    List<JavaSource.Raw> raw() {
        return raw;
    }

    /** Returns the constant of a resource. */
    String resource(Resource resource) {
        return resources.computeIfAbsent(resource, key -> constants.free(constantName(key.arn)));
    }

    /** The name of a service integration is that of what it calls, that of a function is its own. */
    private static String constantName(String arn) {
        String name = arn.replaceAll("\\$\\{([^}]*)}", "$1")
                .replaceFirst("^arn:[^:]*:states:[^:]*:[^:]*:(aws-sdk:)?", "")
                .replaceFirst("^arn:[^:]*:lambda:[^:]*:[^:]*:function:", "")
                .replaceFirst("^arn:[^:]*:[^:]*:[^:]*:[^:]*:", "");
        return Identifiers.constant(name);
    }

    /** Returns the local that holds a variable of the workflow. */
    String variable(String name) {
        return variables.computeIfAbsent(name, key -> locals.free(Identifiers.variable(key)));
    }

    /** Returns the label of a state. */
    String label(String state, String type, int scope) {
        return labels.computeIfAbsent(
                new Label(state, type, scope), key -> locals.free(Identifiers.variable("to " + state)));
    }

    /** Returns a new local that holds states. */
    String shared(String state, String type, Code value) {
        String name = locals.free(Identifiers.variable(state));
        shared.add(new Local(type, name, value));
        return name;
    }

    Map<Resource, String> resources() {
        return resources;
    }

    /** Returns the locals in an order in which each stands before those that use it. */
    List<Local> locals() {
        List<Local> all = new ArrayList<>();
        variables.forEach((variable, name) -> all.add(new Local(
                "Var<JsonNode>",
                name,
                Code.call("variable", Literals.string(variable), Expressions.literal(Document.UNKNOWN)))));
        labels.forEach((label, name) -> all.add(
                new Local("StateRef<" + label.type + ">", name, Code.call("label", Literals.string(label.state)))));
        all.addAll(shared);
        return all;
    }
}
