package dev.stepwright.examples.guide;

import static dev.stepwright.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.stepwright.dsl.MachineReference;
import dev.stepwright.dsl.Resource;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.TaskToken;
import dev.stepwright.examples.patterns.Loop;
import dev.stepwright.examples.patterns.Loop.Job;
import dev.stepwright.examples.patterns.Loop.Query;
import dev.stepwright.examples.patterns.Loop.Warehouse;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Progress;
import dev.stepwright.runtime.ProgressListener;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.MapRun;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code docs/running.md} shows. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunningTest {
    record Request(String id, int amount) {}

    record Receipt(String number) {}

    record Refund(String receipt) {}

    record Answer(boolean approved) {}

    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    interface Desk {
        void ask(Request request, TaskToken<Answer> token);
    }

    interface Bank {
        Receipt charge(Request request) throws Refused;
    }

    private static Receipt charge(Request request) throws Refused {
        if (request.amount() > 1000) {
            throw new Refused("too much");
        }
        return new Receipt("r-" + request.id());
    }

    @Test
    void a_machine_runs() {
        // region run
        StateMachine<Request, Receipt> machine =
                StateMachine.start(task("Charge", Bank::charge)).end();

        try (Engine engine = Engine.inMemory()) {
            var handlers = machine.handlers().bind(Bank.class, request -> charge(request));
            var workflow = engine.register("charging", machine, handlers);

            Outcome<Receipt> paid = workflow.start(new Request("a", 10)).await();
            Outcome<Receipt> refused = workflow.start(new Request("b", 9000)).await();

            assertThat(paid).isEqualTo(new Outcome.Succeeded<>(new Receipt("r-a")));
            assertThat(refused).isEqualTo(new Outcome.Failed<>(Refused.class.getName(), "too much"));
        }
        // endregion
    }

    @Test
    void a_resource_is_answered_by_a_handler() {
        // region resource
        Resource<Request, Receipt> charge =
                Resource.of("arn:aws:lambda:eu-west-1:123456789012:function:charge", Request.class, Receipt.class);
        var machine = StateMachine.start(task("Charge", charge)).end();

        TaskHandlers handlers = TaskHandlers.builder()
                .resource(charge.arn(), Request.class, (request, task) -> new Receipt("r-" + request.id()))
                .build();
        try (Engine engine =
                Engine.create(EngineConfig.builder().handlers(handlers).build())) {
            assertThat(engine.start(machine, new Request("a", 10)).await())
                    .isEqualTo(new Outcome.Succeeded<>(new Receipt("r-a")));
        }
        // endregion
    }

    @Test
    void waits_take_no_time_in_a_test() {
        Warehouse warehouse = new Warehouse() {
            private int asked;

            @Override
            public Job submit(Query query) {
                return new Job("j-1", "RUNNING");
            }

            @Override
            public Job status(Job job) {
                return new Job(job.id(), ++asked < 3 ? "RUNNING" : "DONE");
            }
        };
        // region time
        var machine = Loop.machine();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        VirtualTime time = VirtualTime.automatic(start);

        try (Engine engine = Engine.create(EngineConfig.builder().time(time).build())) {
            var workflow =
                    engine.register("querying", machine, machine.handlers().bind(Warehouse.class, warehouse));
            var execution = workflow.start(new Query("select 1"));
            execution.await();

            assertThat(time.now()).isEqualTo(start.plusSeconds(90));
            assertThat(execution.history())
                    .filteredOn(event -> event.type().endsWith("StateEntered"))
                    .extracting(event -> event.details().path("name").stringValue())
                    .startsWith("Submit", "Wait");
        }
        // endregion
    }

    @Test
    void a_token_comes_back() throws Exception {
        // region token
        StateMachine<Request, Answer> machine = StateMachine.start(
                        callback("Ask", Desk::ask).timeout(Duration.ofDays(1)))
                .end();

        BlockingQueue<TaskToken<Answer>> desk = new ArrayBlockingQueue<>(1);
        try (Engine engine = Engine.inMemory()) {
            var handlers = machine.handlers().bind(Desk.class, (request, token) -> desk.add(token));
            var execution = engine.register("asking", machine, handlers).start(new Request("a", 10));
            TaskToken<Answer> token = desk.take(); // as JSON, and in a database, it is a text

            engine.sendTaskSuccess(token, new Answer(true));

            assertThat(execution.await()).isEqualTo(new Outcome.Succeeded<>(new Answer(true)));
        }
        // endregion
    }

    @Test
    void a_machine_calls_another() {
        // region nested
        StateMachine<Request, Receipt> charging =
                StateMachine.start(task("Charge", Bank::charge)).end();

        try (Engine engine = Engine.inMemory()) {
            var charge = engine.register(
                    "charging", charging, charging.handlers().bind(Bank.class, request -> charge(request)));
            MachineReference<Request, Receipt> there = charging.at(charge.arn());
            var machine = StateMachine.start(runMachine("Charge", there).output(Refund::new, result(Receipt::number)))
                    .end();

            assertThat(engine.start(machine, new Request("a", 10)).await())
                    .isEqualTo(new Outcome.Succeeded<>(new Refund("r-a")));
        }
        // endregion
    }

    record Bills(List<Request> requests) {}

    @Test
    void each_item_of_a_map_run_is_an_execution_to_look_at() {
        // region map-runs
        StateMachine<Bills, List<Receipt>> machine = StateMachine.start(
                        distributedMap("Charge all", path(Bills::requests))
                                .process(task("Charge", Bank::charge))
                                .toleratedFailures(1))
                .end();

        try (Engine engine = Engine.inMemory()) {
            var handlers = machine.handlers().bind(Bank.class, request -> charge(request));
            var execution = engine.register("charging", machine, handlers)
                    .start(new Bills(List.of(new Request("a", 10), new Request("b", 2000))));
            execution.await();

            MapRun run = engine.mapRuns().of(execution.arn()).get(0);
            assertThat(run.items().succeeded()).isEqualTo(1);
            MapRunExecution failed = engine.mapRuns().executions(run.arn()).get(1);
            assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(AwsHistory.of(engine.history(failed.identity().arn(), 0, 100)))
                    .extracting(HistoryEvent::type)
                    .startsWith("ExecutionStarted", "TaskStateEntered")
                    .endsWith("ExecutionFailed");
        }
        // endregion
    }

    interface Orders {
        Receipt charge(Request request);

        Parcel ship(Receipt receipt);
    }

    record Parcel(String receipt) {}

    @Test
    void what_has_failed_goes_on_when_the_service_is_up_again() {
        List<String> calls = new ArrayList<>();
        Set<String> down = new HashSet<>(Set.of("ship"));
        Orders orders = new Orders() {
            @Override
            public Receipt charge(Request request) {
                calls.add("charge");
                return new Receipt("r-" + request.id());
            }

            @Override
            public Parcel ship(Receipt receipt) {
                calls.add("ship");
                if (down.contains("ship")) {
                    throw new IllegalStateException("no carrier");
                }
                return new Parcel(receipt.number());
            }
        };
        // region redrive
        StateMachine<Request, Parcel> machine = StateMachine.start(task("Charge", Orders::charge))
                .then(task("Ship", Orders::ship))
                .end();

        try (Engine engine = Engine.inMemory()) {
            var handlers = machine.handlers().bind(Orders.class, orders);
            Execution<Parcel> execution =
                    engine.register("ordering", machine, handlers).start(new Request("a", 10));
            assertThat(execution.await()).isInstanceOf(Outcome.Failed.class); // there is no carrier

            down.remove("ship");
            Execution<Parcel> again = execution.redrive();

            assertThat(again.await()).isEqualTo(new Outcome.Succeeded<>(new Parcel("r-a")));
            assertThat(calls).containsExactly("charge", "ship", "ship"); // paid once
        }
        // endregion
    }

    @Test
    void executions_are_watched_found_and_looked_into() {
        StateMachine<Request, Receipt> machine =
                StateMachine.start(task("Charge", Bank::charge)).end();
        // region watch
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        ProgressListener counting = progress -> {
            if (progress instanceof Progress.Failed failed) {
                failures.merge(failed.state() + " " + failed.error(), 1, Integer::sum);
            }
        };

        try (Engine engine =
                Engine.create(EngineConfig.builder().listener(counting).build())) {
            var handlers = machine.handlers().bind(Bank.class, request -> charge(request));
            var workflow = engine.register("charging", machine, handlers);
            workflow.start("monday", new Request("a", 9000)).await();

            assertThat(failures).containsExactly(entry("Charge " + Refused.class.getName(), 1));
            assertThat(workflow.executions(ExecutionStatus.FAILED, 100))
                    .extracting(found -> found.identity().name())
                    .containsExactly("monday");
            assertThat(workflow.execution("monday").history())
                    .extracting(HistoryEvent::type)
                    .endsWith("TaskFailed", "ExecutionFailed");
        }
        // endregion
    }
}
