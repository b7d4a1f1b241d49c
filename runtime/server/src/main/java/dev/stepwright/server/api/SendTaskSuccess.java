package dev.stepwright.server.api;

/** Request of SendTaskSuccess. */
public record SendTaskSuccess(String taskToken, String output) {
    public static SendTaskSuccess of(Members in) {
        return new SendTaskSuccess(in.text("taskToken", Length.TASK_TOKEN), in.text("output", Length.DATA));
    }
}
