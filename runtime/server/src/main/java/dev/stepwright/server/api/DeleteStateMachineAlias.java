package dev.stepwright.server.api;

/** Request of DeleteStateMachineAlias. */
public record DeleteStateMachineAlias(String stateMachineAliasArn) {
    public static DeleteStateMachineAlias of(Members in) {
        return new DeleteStateMachineAlias(in.text("stateMachineAliasArn", Length.ARN));
    }
}
