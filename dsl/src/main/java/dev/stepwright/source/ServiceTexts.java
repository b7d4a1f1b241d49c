package dev.stepwright.source;

import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The paths that a service integration reads as texts, by how AWS calls its parameters. */
final class ServiceTexts {
    /** Parameters that end with these words are texts in all APIs of AWS. */
    private static final String NAMES = "[A-Z]\\w*(Arn|Name|Url|Uri|Id)\\.\\$|(Bucket|Name|Subject)\\.\\$";
    /** What holds these is a text of DynamoDB: numbers and binaries are texts there, too. */
    private static final Set<String> ATTRIBUTES = Set.of("S.$", "N.$", "B.$");

    private ServiceTexts() {}

    /** Returns the paths; none if the state calls no service. */
    static List<String> of(State state) {
        JsonNode parameters = state.json().path("Parameters");
        TaskResource resource = TaskResource.of(state.json().path("Resource").asString(""));
        List<String> paths = new ArrayList<>();
        if (resource.type() == TaskResource.Type.INTEGRATION) {
            parameters.properties().stream()
                    .filter(member -> member.getKey().matches(NAMES))
                    .forEach(member -> paths.add(member.getValue().asString("")));
            if (resource.service().endsWith("dynamodb")) {
                attributes(parameters, paths);
            }
        }
        return paths;
    }

    private static void attributes(JsonNode template, List<String> paths) {
        if (template.size() == 1) {
            template.properties().stream()
                    .filter(member -> ATTRIBUTES.contains(member.getKey()))
                    .forEach(member -> paths.add(member.getValue().asString("")));
        }
        template.valueStream().forEach(inner -> attributes(inner, paths));
    }
}
