package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.TaskTokenException;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.task.TaskContext;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A durable engine under a load that grows and shrinks, wave after wave, with what has ended removed after a while: nothing is lost or done
 * twice, and heap, threads and files stay as they are. {@code -Dstepwright.soak=PT1H} for so long.
 */
@Timeout(value = 24, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoakTest {
    private static final Duration LENGTH = Duration.parse(System.getProperty("stepwright.soak", "PT12S"));

    /** There are as many waves in a short run as in a long one, but for very long ones. */
    private static final Duration WAVE = Duration.ofMillis(Math.min(30_000, LENGTH.toMillis() / 6));

    /** Compared are thirds; on a busy machine a wave takes longer. */
    private static final int FEWEST_WAVES = 3;

    private static final Duration RETENTION = WAVE;

    /**
     * From here on heap and file must not grow. The store looks for what is expired once a minute, and in a few seconds the heap tells more of
     * other tests than of this one.
     */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final int LOW = 10;
    private static final int HIGH = 300;
    private static final long MEBIBYTE = 1 << 20;
    private static final int COLLECTIONS = 4;

    /** The log may become as large as what is between two moves into the file, and what was written while a reader held one up. */
    private static final long LARGEST_LOG = 3L * 8_000 * 4_120;

    private static final StateMachineDefinition MIXED = definition("""
            {"StartAt":"C1","States":{
              "C1":{"Type":"Task","Resource":"compute","ResultPath":"$.c1","Next":"Both"},
              "Both":{"Type":"Parallel","ResultPath":null,"Next":"Items","Branches":[
                {"StartAt":"L","States":{"L":{"Type":"Task","Resource":"work","End":true}}},
                {"StartAt":"R","States":{"R":{"Type":"Task","Resource":"work","End":true}}}]},
              "Items":{"Type":"Map","ItemsPath":"$.items","ResultPath":null,"Next":"Flaky","MaxConcurrency":2,
                "ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Task","Resource":"work","End":true}}}},
              "Flaky":{"Type":"Task","Resource":"flaky","Next":"Back","Retry":[
                {"ErrorEquals":["Flaky"],"IntervalSeconds":1,"MaxAttempts":2,"MaxDelaySeconds":1,"JitterStrategy":"FULL"}]},
              "Back":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","ResultPath":null,"Next":"C2"},
              "C2":{"Type":"Task","Resource":"compute","ResultPath":"$.c2","End":true}}}""");
    private static final StateMachineDefinition SHORT = definition("""
            {"StartAt":"A","States":{"A":{"Type":"Pass","ResultPath":"$.a","Result":1,"Next":"W"},
              "W":{"Type":"Task","Resource":"work","End":true}}}""");
    private static final StateMachineDefinition STOPPED = definition("""
            {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":3000,"End":true}}}""");

    @TempDir
    private Path folder;

    /** What has been handed over of the executions that run. */
    private final Map<String, Set<String>> attempts = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<String> tokens = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Execution<JsonNode>> open = new ArrayDeque<>();
    private final AtomicInteger twice = new AtomicInteger();
    private int started;
    private int ended;

    private static StateMachineDefinition definition(String json) {
        return StateMachineDefinition.of(JsonDocument.parse(json).root());
    }

    /** How things stand at the foot of a wave, after a collection. */
    private record Foot(long heap, int threads, long file, long log) {}

    private JsonNode work(JsonNode input, TaskContext context) {
        if (!attempts.computeIfAbsent(context.executionArn(), arn -> ConcurrentHashMap.newKeySet())
                .add(context.attemptId())) {
            twice.incrementAndGet();
        }
        return input;
    }

    private JsonNode flaky(JsonNode input, TaskContext context) throws TaskFailure {
        work(input, context);
        if (context.attempt() == 1) {
            throw new TaskFailure("Flaky", "at first");
        }
        return input;
    }

    private JsonNode callBack(JsonNode input, TaskContext context) {
        tokens.add(context.taskToken().orElseThrow());
        return work(input, context);
    }

    private List<Workflow<JsonNode, JsonNode>> register(Engine engine) {
        TaskHandlers handlers = TaskHandlers.builder()
                .resource("work", this::work)
                .resource("flaky", this::flaky)
                .state("Back", this::callBack)
                .inline("C1", (input, context) -> work(JsonNodeFactory.instance.numberNode(1), context))
                .inline("C2", (input, context) -> work(JsonNodeFactory.instance.numberNode(2), context))
                .build();
        return List.of(
                engine.register("Mixed", MIXED, JsonNode.class, JsonNode.class, handlers),
                engine.register("Short", SHORT, JsonNode.class, JsonNode.class, handlers),
                engine.register("Stopped", STOPPED, JsonNode.class, JsonNode.class, handlers));
    }

    @Test
    void nothing_grows_and_nothing_is_lost_however_long_it_goes_on() throws Exception {
        List<Foot> feet = new ArrayList<>();
        SqliteStore store = SqliteStore.open(folder, SqliteSettings.DEFAULT.withRetention(RETENTION));
        try (Engine engine = Engine.create(
                EngineConfig.builder().store(store).handlerThreads(8).build())) {
            List<Workflow<JsonNode, JsonNode>> workflows = register(engine);
            long end = System.nanoTime() + LENGTH.toNanos();
            while (System.nanoTime() < end || feet.size() < FEWEST_WAVES) {
                wave(engine, workflows);
                feet.add(foot());
                System.out.println(ended + " executions, " + feet.get(feet.size() - 1));
            }
            assertThat(store.running()).isEmpty();
            assertThat(store.verify()).isEmpty();
        }

        assertThat(ended).isEqualTo(started);
        assertThat(twice).hasValue(0);
        check(feet);
        assertThat(ownThreads()).as("threads after the end").isEmpty();
    }

    /** The load grows from few executions at a time to many, shrinks again, and comes to nothing. */
    private void wave(Engine engine, List<Workflow<JsonNode, JsonNode>> workflows) {
        long begin = System.nanoTime();
        double passed = 0;
        while (passed < 1 || !open.isEmpty()) {
            double level = passed < 1 ? LOW + (HIGH - LOW) * Math.sin(Math.PI * passed) : 0;
            while (open.size() < level) {
                start(workflows);
            }
            tend(engine);
            passed = (double) (System.nanoTime() - begin) / WAVE.toNanos();
        }
    }

    private void start(List<Workflow<JsonNode, JsonNode>> workflows) {
        int number = started++;
        Workflow<JsonNode, JsonNode> workflow = workflows.get(number % 17 == 0 ? 2 : number % 2);
        String text = "x".repeat(number % 100 == 0 ? 50_000 : 100);
        Execution<JsonNode> execution = workflow.start(
                "e" + number,
                JsonDocument.parse("{\"items\":[1,2,3],\"text\":\"" + text + "\"}")
                        .root());
        open.add(execution);
        if (number % 17 == 0) {
            execution.stop("Stopped", null);
        }
    }

    /** Brings tokens back, and looks after those that have ended. */
    private void tend(Engine engine) {
        for (String token = tokens.poll(); token != null; token = tokens.poll()) {
            try {
                engine.sendTaskSuccess(token, JsonNodeFactory.instance.objectNode());
            } catch (TaskTokenException e) {
                throw new AssertionError("a token that was handed out is not known", e);
            }
        }
        for (int i = open.size(); i > 0; i--) {
            Execution<JsonNode> execution = open.remove();
            if (!execution.outcome().toCompletableFuture().isDone()) {
                open.add(execution);
                continue;
            }
            Outcome<JsonNode> outcome = execution.await();
            boolean isStopped = execution.arn().contains(":Stopped:");
            assertThat(outcome).isInstanceOf(isStopped ? Outcome.Aborted.class : Outcome.Succeeded.class);
            ended++;
            attempts.remove(execution.arn());
        }
    }

    private Foot foot() throws IOException {
        long heap = LongStream.range(0, COLLECTIONS).map(i -> liveBytes()).min().orElseThrow();
        return new Foot(heap, ownThreads().size(), size("stepwright.db"), size("stepwright.db-wal"));
    }

    /** Returns the bytes of all objects that can be reached. A collection may be left out while a thread is in native code. */
    private static long liveBytes() {
        String histogram;
        try {
            histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("this Java has no histogram of its objects", e);
        }
        String[] total =
                histogram.substring(histogram.lastIndexOf("Total")).trim().split("\\s+");
        return Long.parseLong(total[2]);
    }

    private long size(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static Set<String> ownThreads() {
        return Set.copyOf(Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("stepwright-"))
                .toList());
    }

    /** The first third fills caches and has code compiled; the last is compared with the one between. */
    private static void check(List<Foot> feet) {
        int third = feet.size() / 3;
        List<Foot> settled = feet.subList(third, feet.size() - third);
        List<Foot> last = feet.subList(feet.size() - third, feet.size());
        assertThat(least(last, Foot::threads)).as("threads").isLessThanOrEqualTo(least(settled, Foot::threads) + 1);
        assertThat(feet).as("log").allMatch(foot -> foot.log < LARGEST_LOG);
        if (LENGTH.compareTo(LONG) > 0) {
            long heap = least(settled, Foot::heap);
            long file = settled.stream().mapToLong(Foot::file).max().orElseThrow();
            assertThat(least(last, Foot::heap)).as("heap").isLessThan(heap + heap / 20 + 2 * MEBIBYTE);
            assertThat(least(last, Foot::file)).as("file").isLessThan(file + file / 5);
        }
    }

    private static long least(List<Foot> feet, ToLongFunction<Foot> figure) {
        return feet.stream().mapToLong(figure).min().orElseThrow();
    }
}
