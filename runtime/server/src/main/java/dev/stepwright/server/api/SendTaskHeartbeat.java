package dev.stepwright.server.api;

/** Request of SendTaskHeartbeat. */
public record SendTaskHeartbeat(String taskToken) {
    public static SendTaskHeartbeat of(Members in) {
        return new SendTaskHeartbeat(in.text("taskToken", Length.TASK_TOKEN));
    }
}
