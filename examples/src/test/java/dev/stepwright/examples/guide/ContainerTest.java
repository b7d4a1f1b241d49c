package dev.stepwright.examples.guide;

import static dev.stepwright.dsl.Dsl.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.dsl.StateMachine;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Progress;
import dev.stepwright.runtime.ProgressListener;
import dev.stepwright.runtime.Workflow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/running.md} shows of an engine in a container. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ContainerTest {
    record Request(String order, int amount) {}

    record Receipt(String number) {}

    interface Bank {
        Receipt charge(Request request) throws Exception;
    }

    // region beans
    /** In Spring a {@code @Configuration}; its methods are {@code @Bean}s. */
    static final class Beans {
        Engine engine(Path folder, List<ProgressListener> listeners) {
            EngineConfig.Builder settings = EngineConfig.builder().durable(folder);
            listeners.forEach(settings::listener);
            return Engine.create(settings.build());
        }

        Workflow<Request, Receipt> charging(Engine engine, Bank bank) {
            var machine = StateMachine.start(task("Charge", Bank::charge)).end();
            return engine.register("charging", machine, machine.handlers().bind(Bank.class, bank));
        }
    }

    /** In Spring a {@code SmartLifecycle} whose {@code getPhase()} is 0, and with {@code isWell} a {@code HealthIndicator}. */
    static final class Running {
        private final Engine engine;

        /** @param workflows all there are: asked for, so that they are registered before executions are recovered */
        Running(Engine engine, List<Workflow<?, ?>> workflows) {
            this.engine = engine;
        }

        void start() {
            engine.recover();
        }

        void stop() {
            engine.close(Duration.ofSeconds(20)); // handlers come to their end while what they use is still there
        }

        boolean isRunning() {
            return engine.isOpen();
        }

        boolean isWell() {
            return engine.isOpen() && engine.load().unstoredExecutions() == 0;
        }
    }

    /** Where Micrometer is, {@code meters.timer("executions", "machine", machine, "status", status).record(taken)}. */
    record Metrics(Meters meters) implements ProgressListener {
        @Override
        public void on(Progress progress) {
            if (progress instanceof Progress.Ended ended) {
                Duration taken = Duration.between(ended.startTime(), ended.time());
                meters.record(ended.machineName(), ended.status().name(), taken);
            }
        }
    }
    // endregion

    interface Meters {
        void record(String machine, String status, Duration taken);
    }

    @TempDir
    private Path folder;

    private final List<String> metered = new ArrayList<>();

    private record Program(Engine engine, Workflow<Request, Receipt> charging, Running running) {}

    private Program program(Bank bank) {
        Beans beans = new Beans();
        Meters meters = (machine, status, taken) ->
                metered.add(machine + " " + status + (taken.isNegative() ? " before its start" : ""));
        Engine engine = beans.engine(folder, List.of(new Metrics(meters)));
        Workflow<Request, Receipt> charging = beans.charging(engine, bank);
        Running running = new Running(engine, List.of(charging));
        running.start();
        return new Program(engine, charging, running);
    }

    @Test
    void what_runs_when_the_program_ends_goes_on_in_the_next_one() throws InterruptedException {
        CountDownLatch isCharging = new CountDownLatch(1);
        Program first = program(request -> {
            isCharging.countDown();
            return new Receipt("first");
        });
        assertThat(first.running.isWell()).isTrue();
        first.charging.start("monday", new Request("a", 10));
        isCharging.await();
        first.running.stop();
        assertThat(first.running.isRunning()).isFalse();
        assertThat(first.running.isWell()).isFalse();

        Program second = program(request -> new Receipt("second"));
        Outcome<Receipt> outcome = second.charging.execution("monday").await();
        second.running.stop();

        assertThat(outcome).isEqualTo(new Outcome.Succeeded<>(new Receipt("first"))); // charged once
        assertThat(metered).containsExactly("charging SUCCEEDED");
    }
}
