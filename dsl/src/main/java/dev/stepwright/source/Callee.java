package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a task calls: its resource, or the function or the machine that this calls, where the DSL has a word that knows what stands
 * around the argument and the result.
 *
 * @param word the word that makes the task
 * @param reference the type of what the word takes
 * @param place where the result stands in what the resource gives, as a path
 * @param task the task as if its resource was what is called: without what stands around
 */
record Callee(String word, String reference, String place, TaskState task) {
    private static final List<Kind> KINDS = List.of(
            new Kind("arn:aws:states:::lambda:invoke", "FunctionName", "Payload", "Payload", "invoke", "Resource"),
            new Kind(
                    "arn:aws:states:::states:startExecution.sync:2",
                    "StateMachineArn",
                    "Input",
                    "Output",
                    "runMachine",
                    "MachineReference"));

    /** An integration, with the fields that name what is called, that hold the argument, and that hold the result. */
    private record Kind(String resource, String target, String argument, String result, String word, String reference) {
        private Optional<Callee> of(TaskState task, QueryLanguage language) {
            ObjectNode open = (ObjectNode) task.json().deepCopy();
            JsonNode given = open.path(Reading.arguments(language));
            String callee = given.path(target).asString("");
            boolean plain = given.isObject()
                    && given.size() == 2
                    && !callee.isBlank()
                    && !callee.startsWith("{%")
                    && !callee.startsWith("arn:aws:states:::");
            open.remove(Reading.arguments(language));
            open.put("Resource", callee);
            return Optional.of(open)
                    .filter(state -> plain
                            && (language == QueryLanguage.JSONATA ? jsonata(state, given) : jsonPath(state, given)))
                    .map(state -> new Callee(
                            word, reference, "$." + result, new TaskState(task.name(), task.pointer(), state)));
        }

        private boolean jsonata(ObjectNode task, JsonNode given) {
            if (!given.path(argument).asString("").equals("{% $states.input %}")) {
                task.set("Arguments", given.path(argument));
            }
            JsonNode output = task.remove("Output");
            return given.has(argument)
                    && output != null
                    && output.asString("").equals("{% $states.result." + result + " %}");
        }

        private boolean jsonPath(ObjectNode task, JsonNode given) {
            String path = given.path(argument + ".$").asString("");
            if (given.path(argument).isObject()) {
                task.set("Parameters", given.get(argument));
            } else if (!path.equals("$")) {
                task.put("InputPath", path);
            }
            boolean taken = given.path(argument).isObject() || path.startsWith("$") && !path.startsWith("$$");
            return taken && !task.has("Assign") && isOpen(task);
        }

        /** Opens what the task gives; returns whether that is made of nothing else. */
        private boolean isOpen(ObjectNode task) {
            JsonNode selector = task.path("ResultSelector");
            if (!selector.isMissingNode()) {
                return Payload.isTyped(selector) && isOpened((ObjectNode) selector);
            }
            if (task.path("ResultPath").isNull()) {
                return !task.has("OutputPath");
            }
            JsonNode output = task.remove("OutputPath");
            return output != null && output.asString("").equals("$." + result) && !task.has("ResultPath");
        }

        /** Every path has to lead into the result, by fields of it. */
        private boolean isOpened(ObjectNode selector) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(selector.properties())) {
                String path = member.getValue().asString("");
                if (Payload.isPath(member)) {
                    List<String> steps = new ArrayList<>();
                    boolean inside = path.startsWith("$." + result)
                            && Document.steps(path.substring(1), steps).isEmpty()
                            && steps.get(0).equals("." + result);
                    if (!inside) {
                        return false;
                    }
                    selector.put(member.getKey(), "$" + path.substring(2 + result.length()));
                } else if (member.getValue().isContainer()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Returns what a task calls. */
    static Callee of(TaskState task, QueryLanguage language) {
        String resource = task.resource().orElse("");
        return KINDS.stream()
                .filter(kind -> kind.resource.equals(resource) && !task.json().has("InputPath"))
                .findFirst()
                .flatMap(kind -> kind.of(task, language))
                .orElseGet(() -> new Callee("task", "Resource", "$", task));
    }
}
