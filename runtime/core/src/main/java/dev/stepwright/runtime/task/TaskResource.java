package dev.stepwright.runtime.task;

/**
 * The {@code Resource} of a Task state as whoever does the task sees it.
 *
 * @param text the resource as the definition writes it
 * @param family which history events the task has
 * @param service for example {@code lambda}, {@code aws-sdk:dynamodb}; {@code lambda} and {@code activity} for function and activity
 *     ARNs, {@code local} for a text that is no ARN of these kinds
 * @param action for example {@code invoke}, {@code startExecution.sync:2}, with the pattern; the text itself where there is none
 * @param pattern when the task is complete
 */
public record TaskResource(String text, Family family, String service, String action, Completion pattern) {
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

    /** Takes a resource apart, as {@link dev.stepwright.asl.TaskResource} does; every text is one. */
    public static TaskResource parse(String text) {
        var read = dev.stepwright.asl.TaskResource.of(text);
        return switch (read.type()) {
            case LAMBDA -> new TaskResource(text, Family.LAMBDA, "lambda", text, Completion.RESPONSE);
            case ACTIVITY -> new TaskResource(text, Family.ACTIVITY, "activity", text, Completion.RESPONSE);
            case INTEGRATION -> integration(text, read);
            case OTHER, UNKNOWN, MALFORMED ->
                new TaskResource(text, Family.SERVICE, "local", text, Completion.RESPONSE);
        };
    }

    /** Service and action are the end of the text; what has been read has masks in the place of placeholders. */
    private static TaskResource integration(String text, dev.stepwright.asl.TaskResource read) {
        int action = text.length() - read.pattern().length() - read.action().length();
        int service = action - 1 - read.service().length();
        Completion completion =
                read.isJob() ? Completion.JOB : read.isCallback() ? Completion.CALLBACK : Completion.RESPONSE;
        return new TaskResource(
                text, Family.SERVICE, text.substring(service, action - 1), text.substring(action), completion);
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
