package dev.stepwright.types;

import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.Placeholders;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a task {@code states:startExecution} says of the machine that it starts.
 *
 * @param kind whether it says it for certain
 * @param name the machine's name, or that of the placeholder that stands for its name or ARN; empty for the other kinds
 */
record StartedMachine(Kind kind, String name) {
    /** What there is. */
    enum Kind {
        /** An ARN with a name. */
        NAMED,
        /** A placeholder that a deployment fills. */
        PLACEHOLDER,
        /** The ARN of the machine itself, from the Context Object. */
        ITSELF,
        /** Nothing that is certain: the ARN is computed, put together, of a version or an alias; or the task starts no machine. */
        UNKNOWN
    }

    private static final StartedMachine UNKNOWN = new StartedMachine(Kind.UNKNOWN, "");
    private static final Pattern ARN = Pattern.compile("arn:.+:stateMachine:([^:]+)");
    private static final Pattern CONSTANT = Pattern.compile("\\{% *(['\"])([^'\"\\\\]*)\\1 *%}");
    private static final Pattern KIND = Pattern.compile("(?<=.)(state)?(machine|workflow)?(arn)?$");
    private static final Pattern OWN = Pattern.compile("\\{% *\\$states\\.context\\.StateMachine\\.Id *%}");

    /** Returns what a task says. */
    static StartedMachine of(TaskState task) {
        if (!TaskResource.of(task.resource().orElse("")).isIntegration("states", "startExecution")) {
            return UNKNOWN;
        }
        JsonNode arguments = task.json().path("Arguments");
        JsonNode parameters = task.json().path("Parameters");
        if (parameters.path("StateMachineArn.$").asString("").equals("$$.StateMachine.Id")) {
            return new StartedMachine(Kind.ITSELF, "");
        }
        return arguments.isObject()
                ? ofJsonata(arguments.path("StateMachineArn").asString(""))
                : of(parameters.path("StateMachineArn").asString(""));
    }

    private static StartedMachine ofJsonata(String text) {
        if (OWN.matcher(text).matches()) {
            return new StartedMachine(Kind.ITSELF, "");
        }
        Matcher constant = CONSTANT.matcher(text);
        return of(constant.matches() ? constant.group(2) : text);
    }

    private static StartedMachine of(String text) {
        String name = nameIn(text);
        Optional<String> placeholder = Placeholders.name(name);
        if (placeholder.isPresent()) {
            return new StartedMachine(Kind.PLACEHOLDER, placeholder.get());
        }
        boolean isWhole = !Placeholders.areIn(name);
        return isWhole && ARN.matcher(text).matches() ? new StartedMachine(Kind.NAMED, name) : UNKNOWN;
    }

    /** Returns what is left of a name without its writing and the words for what it names: {@code shipping} of {@code SHIPPING_MACHINE_ARN}. */
    static String word(String name) {
        String letters = name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        return KIND.matcher(letters).replaceFirst("");
    }

    /** Returns the name of the machine in an ARN; any other text as it is. */
    static String nameIn(String text) {
        Matcher arn = ARN.matcher(text);
        return arn.matches() ? arn.group(1) : text;
    }
}
