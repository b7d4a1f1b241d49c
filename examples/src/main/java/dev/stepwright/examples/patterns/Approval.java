package dev.stepwright.examples.patterns;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.Context;
import dev.stepwright.dsl.Errors;
import dev.stepwright.dsl.Resource;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.service.Sqs;
import java.time.Duration;

/** A wait for a person: the token goes out with a message, the answer comes back with the token. */
public final class Approval {
    private Approval() {}

    public record Expense(String employee, int amount) {}

    public record Question(Expense expense, String token) {}

    public record Decision(boolean approved, String by) {}

    // region machine
    static final Resource<Sqs.Message, Decision> ASK = Sqs.SEND_MESSAGE.waitForTaskToken(Decision.class);

    public static StateMachine<Expense, Decision> machine() {
        return StateMachine.start(task("Ask manager", ASK)
                        .arguments(object(
                                Sqs.Message.class,
                                field(Sqs.Message::queueUrl)
                                        .is(value("https://sqs.eu-west-1.amazonaws.com/1/managers")),
                                field(Sqs.Message::messageBody)
                                        .is(object(Question::new, input(), Context.taskToken()))))
                        .timeout(Duration.ofDays(2))
                        .catching(Errors.TIMEOUT, pass("Too late", value(new Decision(false, "nobody")))))
                .end();
    }
    // endregion
}
