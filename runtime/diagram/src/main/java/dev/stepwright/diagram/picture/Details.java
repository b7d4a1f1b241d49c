package dev.stepwright.diagram.picture;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateVisitor;
import dev.stepwright.asl.SucceedState;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.UnknownState;
import dev.stepwright.asl.WaitState;
import dev.stepwright.json.JsonText;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What stands below the name of a state: in short, what it does. Empty where the name says all. */
final class Details implements StateVisitor<String> {
    private static final String SERVICE = "arn:[^:]*:states:::(aws-sdk:)?";

    @Override
    public String task(TaskState state) {
        String resource = state.resource().orElse("");
        if (resource.matches(SERVICE + ".+")) {
            String action = resource.replaceFirst("^" + SERVICE, "");
            JsonNode function = argument(state, "FunctionName");
            return action.startsWith("lambda:invoke") && function.isString()
                    ? action + " " + lastOf(function.stringValue())
                    : action;
        }
        if (resource.matches("arn:[^:]*:lambda:.*")) {
            return "lambda " + lastOf(resource);
        }
        return resource.matches("arn:[^:]*:states:[^:]*:[^:]*:activity:.*") ? "activity " + lastOf(resource) : resource;
    }

    private static JsonNode argument(State state, String name) {
        String field = state.json().has("Arguments") ? "Arguments" : "Parameters";
        return state.json().path(field).path(name);
    }

    /** Returns the name in an ARN, with a version or alias if there is one. */
    private static String lastOf(String arn) {
        String[] parts = arn.split(":", 7);
        return arn.startsWith("arn:") && parts.length == 7 ? parts[6] : arn;
    }

    @Override
    public String parallel(ParallelState state) {
        int branches = state.branches().size();
        return branches + (branches == 1 ? " branch" : " branches");
    }

    @Override
    public String map(MapState state) {
        String items = text(
                state.json().has("Items")
                        ? state.json().path("Items")
                        : state.json().path("ItemsPath"));
        JsonNode most = state.json().path("MaxConcurrency");
        return Stream.of(
                        state.isDistributed() ? "distributed" : "",
                        items.isEmpty() ? "for each item" : "for each of " + items,
                        most.isNumber() && most.asInt(0) > 0 ? most.asInt(0) + " at once" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String pass(PassState state) {
        return "";
    }

    @Override
    public String waiting(WaitState state) {
        JsonNode json = state.json();
        if (json.has("Seconds") || json.has("SecondsPath")) {
            return text(json.has("Seconds") ? json.get("Seconds") : json.get("SecondsPath")) + " s";
        }
        JsonNode until = json.has("Timestamp") ? json.get("Timestamp") : json.path("TimestampPath");
        return until.isMissingNode() ? "" : "until " + text(until);
    }

    @Override
    public String choice(ChoiceState state) {
        return "";
    }

    @Override
    public String succeed(SucceedState state) {
        return "";
    }

    @Override
    public String fail(FailState state) {
        return text(
                state.json().has("Error")
                        ? state.json().path("Error")
                        : state.json().path("ErrorPath"));
    }

    @Override
    public String unknown(UnknownState state) {
        return state.json().has("Type")
                ? "type " + JsonText.excerpt(state.json().get("Type"))
                : "no type";
    }

    /** Returns a value for a reader: what an expression says, without its signs. */
    private static String text(JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        return value.isString()
                ? value.stringValue().replaceFirst("^\\{%\\s*", "").replaceFirst("\\s*%\\}$", "")
                : JsonText.excerpt(value);
    }
}
