package dev.stepwright.server.api;

/** Request of DeleteStateMachine. */
public record DeleteStateMachine(String stateMachineArn) {
    public static DeleteStateMachine of(Members in) {
        return new DeleteStateMachine(in.text("stateMachineArn", Length.ARN));
    }
}
