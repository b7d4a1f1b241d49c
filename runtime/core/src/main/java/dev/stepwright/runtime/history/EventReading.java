package dev.stepwright.runtime.history;

import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskResource.Family;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads an event from what AWS shows of it. What AWS does not repeat it has from the event that led to it. */
final class EventReading {
    private final HistoryEvent shown;
    private final BiFunction<String, String, IllegalArgumentException> refused;
    private Origin origin;

    /** What an event belongs to: the state that was entered last on the way to it, and its task. */
    record Origin(String state, @Nullable TaskResource task) {
        static final Origin NONE = new Origin("", null);
    }

    /** @param refused makes the problem of a member; of the event as a whole if that is empty */
    EventReading(HistoryEvent shown, Origin before, BiFunction<String, String, IllegalArgumentException> refused) {
        this.shown = shown;
        this.origin = before;
        this.refused = refused;
    }

    /** Returns what the event, once read, belongs to. */
    Origin origin() {
        return origin;
    }

    Event event() {
        String type = shown.type();
        if (type.startsWith("Execution")) {
            return execution(type);
        }
        if (type.startsWith("MapRun") || type.startsWith("MapIteration")) {
            return ofMap(type);
        }
        for (StateKind kind : StateKind.values()) {
            if (type.startsWith(kind.text() + "State")) {
                return ofState(kind, type.substring((kind.text() + "State").length()));
            }
        }
        if (type.equals("EvaluationFailed")) {
            return new Event.EvaluationFailed(orEmpty("error"), orEmpty("cause"), text("location"), needed("state"));
        }
        for (Family family : Family.values()) {
            if (type.startsWith(prefix(family))) {
                return ofTask(family, type.substring(prefix(family).length()));
            }
        }
        throw unknown();
    }

    private static String prefix(Family family) {
        return switch (family) {
            case LAMBDA -> "LambdaFunction";
            case ACTIVITY -> "Activity";
            case SERVICE -> "Task";
        };
    }

    private Event execution(String type) {
        return switch (type) {
            case "ExecutionStarted" -> {
                JsonNode input = json("input");
                yield new Event.ExecutionStarted(
                        input,
                        asWritten(input),
                        orEmpty("roleArn"),
                        text("stateMachineVersionArn"),
                        text("stateMachineAliasArn"));
            }
            case "ExecutionSucceeded" -> new Event.ExecutionSucceeded(json("output"));
            case "ExecutionFailed" -> new Event.ExecutionFailed(text("error"), text("cause"));
            case "ExecutionAborted" -> new Event.ExecutionAborted(text("error"), text("cause"));
            case "ExecutionTimedOut" -> new Event.ExecutionTimedOut();
            case "ExecutionRedriven" -> new Event.ExecutionRedriven(count("redriveCount"));
            default -> throw unknown();
        };
    }

    private Event ofMap(String type) {
        return switch (type) {
            case "MapRunStarted" -> new Event.MapRunStarted(needed("mapRunArn"));
            case "MapRunRedriven" -> new Event.MapRunRedriven(needed("mapRunArn"), count("redriveCount"));
            case "MapRunSucceeded" -> new Event.MapRunSucceeded();
            case "MapRunFailed" -> new Event.MapRunFailed(text("error"), text("cause"));
            case "MapRunAborted" -> new Event.MapRunAborted();
            case "MapIterationStarted" -> new Event.IterationStarted(needed("name"), count("index"));
            case "MapIterationSucceeded" -> new Event.IterationSucceeded(needed("name"), count("index"));
            case "MapIterationFailed" -> new Event.IterationFailed(needed("name"), count("index"));
            case "MapIterationAborted" -> new Event.IterationAborted(needed("name"), count("index"));
            default -> throw unknown();
        };
    }

    private Event ofState(StateKind kind, String stage) {
        boolean isGroup = kind == StateKind.PARALLEL || kind == StateKind.MAP;
        switch (stage) {
            case "Entered":
                JsonNode input = json("input");
                origin = new Origin(needed("name"), null);
                return new Event.StateEntered(kind, needed("name"), input, asWritten(input));
            case "Exited":
                origin = new Origin(needed("name"), null);
                return new Event.StateExited(kind, needed("name"), json("output"), assigned());
            case "Aborted":
                return new Event.StateAborted(kind);
            case "Started":
                if (isGroup) {
                    return kind == StateKind.MAP ? new Event.MapStarted(count("length")) : new Event.ParallelStarted();
                }
                throw unknown();
            case "Succeeded":
                if (isGroup) {
                    return new Event.StateSucceeded(kind);
                }
                throw unknown();
            case "Failed":
                if (isGroup) {
                    return new Event.StateFailed(kind);
                }
                throw unknown();
            default:
                throw unknown();
        }
    }

    private Event ofTask(Family family, String stage) {
        TaskResource resource = resource(family);
        origin = new Origin(origin.state(), resource);
        return switch (stage) {
            case "Scheduled" ->
                new Event.TaskScheduled(
                        resource,
                        json(family == Family.SERVICE ? "parameters" : "input"),
                        orEmpty("region"),
                        seconds("timeoutInSeconds"),
                        seconds("heartbeatInSeconds"),
                        shown.details().path("taskCredentials").path("roleArn").asString(null));
            case "Started" -> new Event.TaskStarted(resource, text("workerName"));
            case "Submitted" -> new Event.TaskSubmitted(resource, json("output"));
            case "Succeeded" -> new Event.TaskSucceeded(resource, json("output"));
            case "Failed", "ScheduleFailed", "StartFailed" ->
                new Event.TaskFailed(resource, origin.state(), text("error"), text("cause"));
            case "SubmitFailed" -> new Event.TaskSubmitFailed(resource, origin.state(), text("error"), text("cause"));
            case "TimedOut" -> new Event.TaskTimedOut(resource, origin.state());
            default -> throw unknown();
        };
    }

    /** AWS names a function or an activity once, where it is scheduled. */
    private TaskResource resource(Family family) {
        if (family != Family.SERVICE) {
            TaskResource before = origin.task();
            String text = text("resource");
            return text == null && before != null && before.family() == family
                    ? before
                    : new TaskResource(
                            text == null ? "" : text,
                            family,
                            family == Family.LAMBDA ? "lambda" : "activity",
                            text == null ? "" : text,
                            TaskResource.Completion.RESPONSE);
        }
        String service = needed("resourceType");
        String action = needed("resource");
        TaskResource integration = TaskResource.parse("arn:aws:states:::" + service + ":" + action);
        return integration.service().equals(service) && integration.action().equals(action)
                ? integration
                : new TaskResource(action, family, service, action, TaskResource.Completion.RESPONSE);
    }

    /** Returns the text of an input where it is not as we would write it, else null. */
    private @Nullable String asWritten(JsonNode input) {
        String text = needed("input");
        return text.equals(JsonText.compact(input)) ? null : text;
    }

    private Map<String, JsonNode> assigned() {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        checkWhole("assignedVariables");
        shown.details()
                .path("assignedVariables")
                .properties()
                .forEach(one -> variables.put(
                        one.getKey(), json("assignedVariables", one.getValue().asString(""))));
        return variables;
    }

    private JsonNode json(String member) {
        checkWhole(member);
        if (!shown.details().has(member)) {
            throw refused.apply(
                    "", member + " must be there, found none; fetch the history with --include-execution-data");
        }
        return json(member, needed(member));
    }

    private JsonNode json(String member, String text) {
        try {
            return plain(text).orElseGet(() -> JsonDocument.parse(text).root());
        } catch (JsonSyntaxException e) {
            throw refused.apply(member, member + " must be JSON: " + e.getMessage());
        }
    }

    /** Reads data as the service does, which keeps the last of members with one name; empty if they are broken. */
    private static Optional<JsonNode> plain(String text) {
        try {
            return Optional.of(JavaValues.mapper().readTree(text)).filter(value -> !value.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private void checkWhole(String member) {
        if (shown.details().path(member + "Details").path("truncated").asBoolean(false)) {
            throw refused.apply(member, member + " must be whole, found it truncated");
        }
    }

    private @Nullable String text(String member) {
        return shown.details().path(member).asString(null);
    }

    private String orEmpty(String member) {
        return shown.details().path(member).asString("");
    }

    private String needed(String member) {
        JsonNode value = shown.details().path(member);
        if (!value.isString()) {
            throw refused.apply(member, member + " must be a text, found " + JsonText.excerpt(value));
        }
        return value.stringValue();
    }

    private int count(String member) {
        JsonNode value = shown.details().path(member);
        if (!value.canConvertToInt()) {
            throw refused.apply(member, member + " must be a number, found " + JsonText.excerpt(value));
        }
        return value.intValue();
    }

    private @Nullable Long seconds(String member) {
        JsonNode value = shown.details().path(member);
        return value.isMissingNode() || value.isNull() ? null : Long.valueOf(value.asLong());
    }

    private IllegalArgumentException unknown() {
        return refused.apply("", "no event of this type is known");
    }
}
