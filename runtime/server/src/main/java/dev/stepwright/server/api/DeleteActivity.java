package dev.stepwright.server.api;

/** Request of DeleteActivity. */
public record DeleteActivity(String activityArn) {
    public static DeleteActivity of(Members in) {
        return new DeleteActivity(in.text("activityArn", Length.ARN));
    }
}
