package dev.stepwright.services;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the action of an optimized integration is called in the API.
 *
 * @param operation of the API
 * @param members the names of parameters and of members of the answer to those in the API, with {@value #SEVERAL} where the API has several
 *     and the action has one
 */
record ApiNames(String operation, Map<String, String> members) {
    private static final String SEVERAL = "[]";

    /** AWS: EMR alone has names that are not those of the API. */
    private static final Map<String, ApiNames> EMR = Map.of(
            "addStep",
            new ApiNames("addJobFlowSteps", Map.of("ClusterId", "JobFlowId", "Step", "Steps[]", "StepId", "StepIds[]")),
            "cancelStep",
            new ApiNames("cancelSteps", Map.of("StepId", "StepIds[]", "CancelStepsInfo", "CancelStepsInfoList[]")),
            "createCluster",
            new ApiNames("runJobFlow", Map.of("ClusterId", "JobFlowId")),
            "modifyInstanceFleetByName",
            new ApiNames("modifyInstanceFleet", Map.of()),
            "modifyInstanceGroupByName",
            new ApiNames("modifyInstanceGroups", Map.of("InstanceGroup", "InstanceGroups[]")),
            "setClusterTerminationProtection",
            new ApiNames("setTerminationProtection", Map.of("ClusterId", "JobFlowIds[]")),
            "terminateCluster",
            new ApiNames("terminateJobFlows", Map.of("ClusterId", "JobFlowIds[]")));

    static ApiNames of(String service, String action) {
        ApiNames same = new ApiNames(action, Map.of());
        return service.equals("elasticmapreduce") ? EMR.getOrDefault(action, same) : same;
    }

    /** Returns the parameters of an action as the API has them. */
    JsonNode parameters(JsonNode given) {
        if (members.isEmpty() || !given.isObject()) {
            return given;
        }
        ObjectNode parameters = ((ObjectNode) given).objectNode();
        given.properties().forEach(parameter -> {
            String name = members.getOrDefault(parameter.getKey(), parameter.getKey());
            if (name.endsWith(SEVERAL)) {
                parameters.putArray(ofMember(name)).add(parameter.getValue());
            } else {
                parameters.set(name, parameter.getValue());
            }
        });
        return parameters;
    }

    /** Returns what the API has answered as the action does. */
    ObjectNode answer(ObjectNode given) {
        ObjectNode answer = given.deepCopy();
        members.forEach((own, name) -> {
            JsonNode value = answer.remove(ofMember(name));
            if (value != null) {
                answer.set(own, name.endsWith(SEVERAL) ? value.path(0) : value);
            }
        });
        return answer;
    }

    private static String ofMember(String name) {
        return name.replace(SEVERAL, "");
    }
}
