package dev.stepwright.examples.guide;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.MachineReference;
import dev.stepwright.dsl.Resource;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.TaskToken;
import dev.stepwright.dsl.service.Jobs;
import dev.stepwright.dsl.service.Sns;
import dev.stepwright.examples.guide.Orders.Order;
import dev.stepwright.examples.guide.Orders.Payment;
import dev.stepwright.examples.guide.Orders.Receipt;
import dev.stepwright.examples.guide.Orders.Shop;
import java.time.Duration;

/** What tasks call, and what a machine as a whole is given. */
public final class Calls {
    private Calls() {}

    // region callback
    record Decision(boolean approved, String by) {}

    interface Manager {
        void ask(Order order, TaskToken<Decision> token);
    }

    public static StateMachine<Order, Decision> approval() {
        return StateMachine.start(callback("Ask manager", Manager::ask).timeout(Duration.ofDays(2)))
                .end();
    }
    // endregion

    public static StateMachine<Order, Order> service() {
        // region service
        return StateMachine.start(task("Tell", Sns.PUBLISH)
                        .arguments(Sns.Message::new, value("${OrdersTopic}"), path(Order::customer), path(Order::id))
                        .credentials("arn:aws:iam::123456789012:role/teller")
                        .discardResult())
                .end();
        // endregion
    }

    public static StateMachine<Order, Order> job() {
        // region job
        return StateMachine.start(task("Report", Jobs.RUN_GLUE_JOB_SYNC)
                        .arguments(object(
                                Jobs.GlueJob.class,
                                field(Jobs.GlueJob::jobName).is(value("report")),
                                field(Jobs.GlueJob::arguments).is(mapOf(entry("--order", path(Order::id))))))
                        .timeout(Duration.ofHours(1))
                        .discardResult())
                .end();
        // endregion
    }

    // region resource
    record Question(String text) {}

    record Reply(String text) {}

    static final Resource<Question, Reply> ASK =
            Resource.of("arn:aws:states:eu-west-1:123456789012:activity:ask", Question.class, Reply.class);

    public static StateMachine<Order, Reply> resource() {
        return StateMachine.start(task("Ask", ASK)
                        .arguments(Question::new, format("is {} good?", path(Order::id)))
                        .heartbeat(Duration.ofMinutes(1))
                        .timeout(Duration.ofHours(1)))
                .end();
    }
    // endregion

    public static StateMachine<Order, Reply> function() {
        // region function
        Resource<Question, Reply> answer = Resource.of("${AnswerFunction}", Question.class, Reply.class);

        return StateMachine.start(
                        invoke("Answer", answer).arguments(Question::new, format("is {} good?", path(Order::id))))
                .end();
        // endregion
    }

    public static StateMachine<Order, Receipt> nested() {
        // region nested
        MachineReference<Payment, Receipt> charging =
                MachineReference.of("${ChargingMachine}", Payment.class, Receipt.class);

        return StateMachine.start(runMachine("Charge", charging)
                        .arguments(Payment::new, path(Order::id), path(Order::total), value("EUR")))
                .end();
        // endregion
    }

    public static StateMachine<Order, Order> settings() {
        // region settings
        return StateMachine.start(task("Check", Shop::check).comment("by hand"))
                .end()
                .comment("takes orders")
                .timeout(Duration.ofDays(1))
                .resources(method ->
                        method.equals("Shop.check") ? "arn:aws:lambda:eu-west-1:123456789012:function:check" : "")
                .lambdaInvoke()
                .queryLanguage(QueryLanguage.JSONPATH);
        // endregion
    }
}
