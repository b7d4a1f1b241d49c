package dev.stepwright.runtime.task;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Resource} of a Task state, taken apart.
 *
 * @param text the resource as the definition writes it
 * @param family which history events the task has
 * @param service for example {@code lambda}, {@code aws-sdk:dynamodb}; {@code lambda} and {@code activity} for function and activity
 *     ARNs, {@code local} for a text that is no ARN of these kinds
 * @param action for example {@code invoke}, {@code startExecution.sync:2}, with the pattern; the text itself where there is none
 * @param pattern when the task is complete
 */
public record TaskResource(String text, Family family, String service, String action, Completion pattern) {
    private static final Pattern FUNCTION = Pattern.compile("arn:[^:]*:lambda:[^:]*:[^:]*:function:.+");
    private static final Pattern ACTIVITY = Pattern.compile("arn:[^:]*:states:[^:]*:[^:]*:activity:.+");
    private static final Pattern SERVICE =
            Pattern.compile("arn:[^:]*:states:[^:]*:[^:]*:(aws-sdk:[^:]+|[^:.]+):([^.]+)(\\..+)?");

    /** Which history events a task has. */
    public enum Family {
        /** A function called by its ARN: LambdaFunctionScheduled and so on. */
        LAMBDA,
        /** Work that a worker fetches: ActivityScheduled and so on. */
        ACTIVITY,
        /** Everything else: TaskScheduled and so on. */
        SERVICE
    }

    /** When a task is complete. */
    public enum Completion {
        /** When the call has been answered. */
        RESPONSE,
        /** When the job that was started has ended; {@code .sync} and {@code .sync:2}. */
        JOB,
        /** When the task token comes back; {@code .waitForTaskToken}. */
        CALLBACK
    }

    /** Takes a resource apart; every text is one. */
    public static TaskResource parse(String text) {
        if (FUNCTION.matcher(text).matches()) {
            return new TaskResource(text, Family.LAMBDA, "lambda", text, Completion.RESPONSE);
        }
        if (ACTIVITY.matcher(text).matches()) {
            return new TaskResource(text, Family.ACTIVITY, "activity", text, Completion.RESPONSE);
        }
        Matcher service = SERVICE.matcher(text);
        if (service.matches()) {
            String suffix = service.group(3) == null ? "" : service.group(3);
            return new TaskResource(
                    text, Family.SERVICE, service.group(1), service.group(2) + suffix, completion(suffix));
        }
        return new TaskResource(text, Family.SERVICE, "local", text, Completion.RESPONSE);
    }

    private static Completion completion(String suffix) {
        return switch (suffix) {
            case ".sync", ".sync:2" -> Completion.JOB;
            case ".waitForTaskToken" -> Completion.CALLBACK;
            default -> Completion.RESPONSE;
        };
    }

    /** Returns whether this is the optimized integration {@code lambda:invoke}, with or without a pattern. */
    public boolean isLambdaInvoke() {
        return family == Family.SERVICE && service.equals("lambda") && action.startsWith("invoke");
    }

    /** Returns what a message about the size of the result calls the task: the ARN of a function, else the service. */
    public String nameInMessages() {
        return family == Family.SERVICE ? service : text;
    }
}
