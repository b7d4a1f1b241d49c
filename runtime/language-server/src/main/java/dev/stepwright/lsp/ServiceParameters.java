package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.expression.TemplateKey;
import dev.stepwright.types.service.Parameters;
import dev.stepwright.types.service.Requests;
import dev.stepwright.types.service.Taken;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Finds the objects in which Task states write the parameters of their calls, and what the services take there. */
final class ServiceParameters {
    private final Map<JsonPointer, Parameters> found = new LinkedHashMap<>();

    private ServiceParameters() {}

    /** Returns what can stand in these objects by where they stand; without those of services that are not known. */
    static Map<JsonPointer, Parameters> of(AslDocument document) {
        ServiceParameters all = new ServiceParameters();
        StateMachineDefinition machine = document.definition();
        machine.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(TaskState.class::isInstance)
                .forEach(state -> all.task((TaskState) state, machine.queryLanguage()));
        return all.found;
    }

    private void task(TaskState task, QueryLanguage machine) {
        String field = task.queryLanguage(machine) == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
        task.resource()
                .map(TaskResource::of)
                .filter(resource -> resource.type() == TaskResource.Type.INTEGRATION)
                .flatMap(Requests::of)
                .ifPresent(taken ->
                        object(task.pointer().appendProperty(field), task.json().path(field), taken));
    }

    private void object(JsonPointer at, JsonNode json, Parameters taken) {
        if (json.isObject()) {
            found.put(at, taken);
            json.properties()
                    .forEach(member -> taken.nearly(
                                    TemplateKey.of(member.getKey()).name())
                            .ifPresent(of -> value(at.appendProperty(member.getKey()), member.getValue(), of)));
        }
    }

    private void value(JsonPointer at, JsonNode json, Taken taken) {
        if (taken instanceof Taken.Members members) {
            object(at, json, members.parameters());
        } else if (taken instanceof Taken.Elements elements && json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                value(at.appendIndex(i), json.get(i), elements.of());
            }
        } else if (taken instanceof Taken.Entries entries && json.isObject()) {
            json.properties()
                    .forEach(entry -> value(at.appendProperty(entry.getKey()), entry.getValue(), entries.of()));
        }
    }
}
