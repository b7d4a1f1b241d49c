package dev.stepwright.examples.guide;

import static dev.stepwright.dsl.Dsl.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.dsl.StateMachine;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Workflow;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code docs/running.md} shows of an engine in a service. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PaymentServiceTest {
    record Request(String order, int amount) {}

    record Receipt(String number) {}

    interface Bank {
        Receipt charge(Request request) throws Exception;
    }

    // region service
    /** Has the one engine of its process. */
    static final class Payments implements AutoCloseable {
        private final Engine engine;
        private final Workflow<Request, Receipt> charging;

        Payments(Engine engine, Bank bank) {
            var machine = StateMachine.start(task("Charge", Bank::charge)).end();
            this.engine = engine;
            this.charging =
                    engine.register("charging", machine, machine.handlers().bind(Bank.class, bank));
        }

        /** The same order again is the same execution, while it runs and afterwards. */
        String pay(Request request) {
            return answer(execution(request));
        }

        private Execution<Receipt> execution(Request request) {
            try {
                return charging.start(request.order(), request);
            } catch (ExecutionAlreadyExistsException e) { // it has ended, or was another request
                return charging.execution(request.order());
            }
        }

        /** Waits a little: most payments have been made by then. */
        private static String answer(Execution<Receipt> execution) {
            Outcome<Receipt> outcome = execution.await(Duration.ofMillis(200)).orElse(null);
            if (outcome == null) {
                return "202 ask again";
            }
            return outcome instanceof Outcome.Succeeded<Receipt> paid
                    ? "200 " + paid.output().number()
                    : "422 " + execution.description().cause();
        }

        @Override
        public void close() {
            engine.close(Duration.ofSeconds(20)); // lets handlers come to their end
        }
    }
    // endregion

    @Test
    void a_payment_is_made_once_and_answered_when_it_is_made() {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        Bank bank = request -> {
            if (request.amount() > 1000) {
                throw new IllegalArgumentException("too much");
            }
            if (request.order().equals("slow")) {
                mayAnswer.await();
            }
            return new Receipt("r-" + request.order());
        };

        try (Payments payments = new Payments(Engine.inMemory(), bank)) {
            assertThat(payments.pay(new Request("slow", 10))).isEqualTo("202 ask again");
            mayAnswer.countDown();
            payments.charging.execution("slow").await();

            assertThat(payments.pay(new Request("slow", 10))).isEqualTo("200 r-slow");
            payments.charging.start("large", new Request("large", 5000)).await();
            assertThat(payments.pay(new Request("large", 5000))).isEqualTo("422 too much");
        }
    }
}
