package dev.stepwright.examples.patterns;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.StateMachine;

/** One step after the other; each takes what the one before gives. */
public final class Sequence {
    private Sequence() {}

    public record Applicant(String name, String email) {}

    public record Account(String id, String email) {}

    public record Welcome(String accountId, String text) {}

    public interface Accounts {
        Account open(Applicant applicant);

        Welcome welcome(Account account);
    }

    // region machine
    public static StateMachine<Applicant, Welcome> machine() {
        return StateMachine.start(task("Open account", Accounts::open))
                .then(task("Welcome", Accounts::welcome))
                .end();
    }
    // endregion
}
