package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Instances of a cluster of EMR that a task modifies by their name. AWS: their id, which the API wants, is looked up first.
 *
 * @param kind {@code InstanceFleet} or {@code InstanceGroup}
 */
record NamedInstances(String kind) {
    private static final Pattern ACTION = Pattern.compile("modify(InstanceFleet|InstanceGroup)ByName");

    /** Calls the operation that lists the instances of a cluster. */
    interface Listing {
        JsonNode page(ObjectNode parameters) throws TaskFailure;
    }

    static Optional<NamedInstances> of(String action) {
        Matcher modification = ACTION.matcher(action);
        return modification.matches() ? Optional.of(new NamedInstances(modification.group(1))) : Optional.empty();
    }

    String listing() {
        return "list" + kind + "s";
    }

    /** @throws TaskFailure if nothing has the name, or the service refuses to list */
    String id(JsonNode given, Listing listing) throws TaskFailure {
        JsonNode name = given.path(kind + "Name");
        ObjectNode about = JsonNodeFactory.instance.objectNode().set("ClusterId", given.path("ClusterId"));
        JsonNode marker;
        do {
            JsonNode page = listing.page(about);
            for (JsonNode instances : page.path(kind + "s")) {
                if (instances.path("Name").equals(name)) {
                    return instances.path("Id").asString("");
                }
            }
            marker = page.path("Marker");
            about.set("Marker", marker);
        } while (marker.isString());
        throw new TaskFailure(
                "States.TaskFailed",
                "cluster %s has no %s with the name %s".formatted(given.path("ClusterId"), kind, name));
    }

    /** Returns the parameters of the task with the id in the place of the name. */
    JsonNode parameters(JsonNode given, String id) {
        if (!(given instanceof ObjectNode named) || !named.path(kind).isObject()) {
            return given;
        }
        ObjectNode parameters = named.deepCopy();
        parameters.remove(kind + "Name");
        parameters.withObjectProperty(kind).put(kind + "Id", id);
        return parameters;
    }
}
