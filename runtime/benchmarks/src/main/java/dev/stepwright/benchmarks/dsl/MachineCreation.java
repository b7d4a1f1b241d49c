package dev.stepwright.benchmarks.dsl;

import static dev.stepwright.dsl.Dsl.choice;
import static dev.stepwright.dsl.Dsl.map;
import static dev.stepwright.dsl.Dsl.onError;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.proceed;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.waitFor;

import dev.stepwright.dsl.Errors;
import dev.stepwright.dsl.NeedsEnd;
import dev.stepwright.dsl.StateMachine;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Makes a machine of 30 states again and again, and prints the CPU time for one, with all checks and the ASL. It should be below two
 * milliseconds. Beside it, what naming one state costs, which includes finding the line that does so.
 */
public final class MachineCreation {
    private static final int GROUPS = 5;
    private static final int ROUNDS = 2_000;

    private MachineCreation() {}

    record Data(String id, int number, List<Item> items) {}

    record Item(String sku) {}

    interface Work {
        Data step(Data data);

        Item handle(Item item);
    }

    /** Prints the first creation, then the median and the slowest percent of the last half of all rounds. */
    public static void main(String[] arguments) {
        long first = nanos(MachineCreation::machine);
        System.out.printf(Locale.ROOT, "states            %8d%n", states());
        System.out.printf(Locale.ROOT, "first creation    %8.3f ms, classes loaded%n", first / 1e6);
        report("creation", MachineCreation::machine);
        report("naming of a state", () -> pass("P"));
    }

    private static void report(String what, Supplier<?> work) {
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            nanos[i] = nanos(work);
        }
        long[] warm = Arrays.copyOfRange(nanos, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%-17s %8.3f ms, 99 %% below %.3f ms%n",
                what,
                warm[warm.length / 2] / 1e6,
                warm[warm.length * 99 / 100] / 1e6);
    }

    private static long nanos(Supplier<?> work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Object made = work.get();
        long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (made == null) {
            throw new IllegalStateException("nothing was made");
        }
        return after - before;
    }

    private static int states() {
        return machine().definition().scopes().stream()
                .mapToInt(scope -> scope.states().size())
                .sum();
    }

    private static StateMachine<Data, Data> machine() {
        NeedsEnd<Data, Data> chain = StateMachine.start(Data.class);
        for (int i = 0; i < GROUPS; i++) {
            chain = group(chain, " " + i);
        }
        return chain.end();
    }

    /** Six states, of them one in a processor. */
    private static NeedsEnd<Data, Data> group(NeedsEnd<Data, Data> chain, String number) {
        return chain.then(task("Step" + number, Work::step)
                        .timeout(Duration.ofMinutes(1))
                        .retry(onError(Errors.TIMEOUT).maxAttempts(2)))
                .then(choice("Large?" + number)
                        .when(path(Data::number).greaterThan(1000), task("Check" + number, Work::step))
                        .otherwise(proceed()))
                .then(map("Items" + number, path(Data::items), task("Handle" + number, Work::handle))
                        .discardResult())
                .then(waitFor("Wait" + number, Duration.ofSeconds(1)));
    }
}
