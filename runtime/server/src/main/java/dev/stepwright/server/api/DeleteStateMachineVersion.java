package dev.stepwright.server.api;

/** Request of DeleteStateMachineVersion. */
public record DeleteStateMachineVersion(String stateMachineVersionArn) {
    public static DeleteStateMachineVersion of(Members in) {
        return new DeleteStateMachineVersion(in.text("stateMachineVersionArn", Length.LONG_ARN));
    }
}
