package dev.stepwright.runtime.simulation;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.ExecutionNotRedrivableException;
import dev.stepwright.runtime.SimulatedEngine;
import dev.stepwright.runtime.TaskTokenException;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * One history of the world: machines, workers, clients, a disk that fails and a process that is killed, all from a seed.
 *
 * <p>The same seed with and without faults makes the same machine and the same input.
 */
final class Simulation {
    private static final int MOST_STEPS = 20_000;
    private static final StateMachineDefinition CHILD = StateMachineDefinition.of(
            JsonDocument.parse("{\"StartAt\":\"C\",\"States\":{\"C\":{\"Type\":\"Wait\",\"Seconds\":5,\"Next\":\"D\"},"
                            + "\"D\":{\"Type\":\"Pass\",\"Result\":{\"child\":true},\"End\":true}}}")
                    .root());

    private final SplittableRandom chance;
    private final boolean isCalm;
    private final boolean hasFaults;
    private final Schedule schedule;
    private final FaultyStore store;
    private final SimulatedWork work;
    private final StateMachineDefinition definition;
    private final Invariants invariants = new Invariants();
    private final List<JsonNode> inputs = new ArrayList<>();
    private final Set<String> acknowledged = new LinkedHashSet<>();
    private final Map<String, JsonNode> callbacks = new HashMap<>();
    private final Map<String, Integer> redriven = new HashMap<>();

    /** Executions of Map Runs whose stop has been acknowledged, and the executions that they are in. */
    private final Map<String, String> stopped = new HashMap<>();

    private int redrives;
    private Engine engine;
    private Workflow<JsonNode, JsonNode> workflow;
    private int crashes;

    Simulation(long seed, boolean hasFaults) {
        SplittableRandom world = new SplittableRandom(seed);
        this.isCalm = world.nextBoolean();
        this.definition = new RandomMachine(world.split(), isCalm).definition();
        int executions = 1 + world.nextInt(3);
        for (int i = 0; i < executions; i++) {
            inputs.add(JsonDocument.parse("{\"n\":" + world.nextInt(12) + ",\"items\":[1,2,3]}")
                    .root());
        }
        this.redrives = world.nextInt(3);
        this.hasFaults = hasFaults;
        this.chance = new SplittableRandom(hasFaults ? seed : ~seed);
        this.schedule = new Schedule(chance.split());
        this.store = new FaultyStore(chance.split(), schedule, hasFaults && chance.nextInt(4) == 0 ? 25 : 0);
        this.work = new SimulatedWork(chance.split(), schedule, isCalm, this::checkHandOver);
        this.engine = boot();
        this.workflow = register();
    }

    /** Has the process killed at one write: before it reaches the disk, or after. */
    Simulation killedAt(int write, boolean isBefore) {
        store.killAt(write, isBefore);
        return this;
    }

    /** Returns how many writes there were. */
    int writes() {
        return store.ended();
    }

    boolean isCalm() {
        return isCalm;
    }

    long trace() {
        return schedule.trace();
    }

    int crashes() {
        return crashes;
    }

    /** Returns how many executions of Map Runs have been stopped. */
    int stopped() {
        return stopped.size();
    }

    /** Returns how many redrives have been acknowledged. */
    int redriven() {
        return redriven.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Engine boot() {
        SplittableRandom ids = chance.split();
        EngineConfig config = EngineConfig.builder()
                .time(schedule.time())
                .store(store)
                .runner(work)
                .ids(() -> new UUID(ids.nextLong(), ids.nextLong()))
                .build();
        return SimulatedEngine.create(config, schedule.decisions(), this::await);
    }

    private Workflow<JsonNode, JsonNode> register() {
        engine.register("Child", CHILD, JsonNode.class, JsonNode.class, TaskHandlers.none());
        TaskHandlers.Builder computing = TaskHandlers.builder();
        definition.scopes().stream()
                .flatMap(scope -> scope.states().keySet().stream())
                .filter(name -> name.startsWith(RandomMachine.COMPUTED))
                .forEach(name -> computing.inline(name, work::compute));
        return engine.register("Machine", definition, JsonNode.class, JsonNode.class, computing.build());
    }

    private void await(CompletableFuture<?> stage) {
        boolean mayDie = hasFaults && chance.nextInt(40) == 0;
        schedule.pump(() -> {
            if (mayDie && chance.nextInt(4) == 0) {
                throw new Killed();
            }
            return stage.isDone();
        });
    }

    /** Runs to the end of all executions, and checks what is left. Returns the end of each, by its name. */
    Map<String, ExecutionEnd> run() {
        for (int i = 0; i < inputs.size(); i++) {
            int number = i;
            schedule.outside(() -> start(number));
        }
        for (int step = 0; !isOver() || canRedrive(); step++) {
            if (step > MOST_STEPS) {
                throw new AssertionError("it does not come to an end: " + store.running() + " of " + definition.json());
            }
            try {
                next();
            } catch (Killed e) {
                crash();
            }
        }
        return ends();
    }

    private boolean isOver() {
        return acknowledged.size() == inputs.size()
                && store.isQuiet()
                && store.running().isEmpty();
    }

    private void next() {
        if (hasFaults && chance.nextInt(60) == 0) {
            throw new Killed();
        }
        if (canRedrive() && (isOver() || chance.nextInt(20) == 0)) {
            redrive();
            return;
        }
        SimulatedWork.Token token = chance.nextInt(3) == 0 ? work.take() : null;
        if (token != null) {
            callBack(token);
        } else if (!isCalm && !acknowledged.isEmpty() && chance.nextInt(200) == 0) {
            engine.stop(acknowledged.iterator().next(), "Stopped", "by chance");
        } else if (!isCalm && !acknowledged.isEmpty() && chance.nextInt(50) == 0) {
            stopChild(acknowledged.iterator().next());
        } else if (!schedule.step(work.isWaitedFor() || store.failures() > 0)) {
            schedule.pass(Duration.ofSeconds(1));
        }
    }

    /** Stops an execution of a Map Run, if one runs. */
    private void stopChild(String arn) {
        List<MapRunExecution> running = engine.mapRuns().of(arn).stream()
                .flatMap(run -> engine.mapRuns().executions(run.arn()).stream())
                .filter(child -> child.stopTime() == null)
                .toList();
        if (running.isEmpty()) {
            return;
        }
        String child = running.get(chance.nextInt(running.size())).identity().arn();
        try {
            if (engine.stop(child, "Stopped", "by chance")) {
                stopped.put(child, arn);
            }
        } catch (IllegalStateException e) {
            schedule.note(running.size()); // the disk was full
        }
    }

    private boolean canRedrive() {
        return redrives > 0 && acknowledged.stream().anyMatch(this::hasFailed);
    }

    private boolean hasFailed(String arn) {
        ExecutionStatus status = engine.describe(arn).orElseThrow().status();
        return status != ExecutionStatus.SUCCEEDED && status != ExecutionStatus.RUNNING;
    }

    private void redrive() {
        String arn = acknowledged.stream().filter(this::hasFailed).findFirst().orElseThrow();
        try {
            engine.redrive(arn, "redrive " + redrives); // after a kill it is asked for again, with the same token
            redriven.merge(arn, 1, Integer::sum);
            redrives--;
        } catch (ExecutionNotRedrivableException e) {
            throw new AssertionError("what has failed can be redriven: " + arn, e);
        } catch (IllegalStateException e) {
            redrives--; // the disk was full
        }
    }

    private void start(int number) {
        try {
            acknowledged.add(workflow.start("e" + number, inputs.get(number)).arn());
        } catch (Killed e) {
            schedule.outside(() -> start(number)); // nobody was told anything, so it is asked for again
            throw e;
        } catch (ExecutionAlreadyExistsException e) {
            acknowledged.add("arn:aws:states:us-east-1:123456789012:execution:Machine:e" + number);
        } catch (IllegalStateException e) {
            schedule.outside(() -> start(number));
        }
    }

    private void callBack(SimulatedWork.Token token) {
        try {
            engine.sendTaskSuccess(token.text(), token.answer());
            callbacks.put(token.executionArn() + "#" + token.taskId(), token.answer());
        } catch (Killed e) {
            work.putBack(token);
            throw e;
        } catch (TaskTokenException e) {
            keepIfOpen(token);
        } catch (IllegalStateException e) {
            work.putBack(token);
        }
    }

    /** A token whose answer could not be stored is known no more, but what it was answered may be lost with the process. */
    private void keepIfOpen(SimulatedWork.Token token) {
        if (store.failures() > 0 && store.running().contains(token.executionArn())) {
            boolean hasEnded = store.batches(token.executionArn()).stream()
                    .map(Batch::stimulus)
                    .anyMatch(stimulus -> stimulus instanceof Stimulus.TaskSucceeded s && s.taskId() == token.taskId());
            if (!hasEnded) {
                work.putBack(token);
            }
        }
    }

    private void crash() {
        crashes++;
        store.crash();
        schedule.forgetInside();
        for (String arn : acknowledged) {
            if (store.find(arn).isEmpty()) {
                throw new AssertionError("an acknowledged start is lost: " + arn);
            }
        }
        check();
        engine = boot();
        workflow = register();
        try {
            engine.recover();
        } catch (Killed e) {
            crash();
        }
    }

    private void check() {
        for (String arn : store.all()) {
            List<Batch> batches = store.batches(arn);
            StoredExecution execution = store.find(arn).orElseThrow();
            invariants.check(execution, batches);
            int count = execution.redrive() == null ? 0 : execution.redrive().count();
            if (count < redriven.getOrDefault(arn, 0)) {
                throw new AssertionError("an acknowledged redrive is lost: " + execution);
            }
            stopped.forEach((child, parent) -> {
                if (parent.equals(arn)) {
                    checkStop(child, batches);
                }
            });
            callbacks.forEach((task, answer) -> {
                if (task.startsWith(arn + "#")) {
                    checkCallback(execution, batches, Long.parseLong(task.substring(arn.length() + 1)), answer);
                }
            });
        }
    }

    /** What goes out of the process follows from what is on the disk. */
    private void checkHandOver(TaskRequest request) {
        String arn = request.executionArn();
        invariants.checkHandOver(store.find(arn).orElseThrow(), store.batches(arn), request);
    }

    private static void checkStop(String child, List<Batch> batches) {
        boolean isThere = batches.stream()
                .map(Batch::stimulus)
                .anyMatch(s ->
                        s instanceof Stimulus.ChildStopped t && t.executionArn().equals(child));
        if (!isThere) {
            throw new AssertionError("an acknowledged stop is lost: " + child);
        }
    }

    private static void checkCallback(StoredExecution execution, List<Batch> batches, long task, JsonNode answer) {
        boolean isThere = batches.stream()
                .map(Batch::stimulus)
                .anyMatch(s -> s instanceof Stimulus.TaskSucceeded t
                        && t.taskId() == task
                        && t.result().equals(answer));
        if (!isThere) {
            throw new AssertionError("an acknowledged callback is lost: task " + task + " of " + execution);
        }
    }

    private void checkCounts(Map<String, Integer> starts) {
        starts.forEach((attempt, count) -> {
            int most = 1 + crashes;
            if (count > most) {
                throw new AssertionError(attempt + " was handed over " + count + " times in " + most + " lives");
            }
        });
    }

    private Map<String, ExecutionEnd> ends() {
        check();
        checkCounts(work.starts());
        checkCounts(work.computed());
        Map<String, ExecutionEnd> ends = new HashMap<>();
        for (String arn : acknowledged) {
            ExecutionEnd end = store.find(arn).orElseThrow().end();
            if (end == null) {
                throw new AssertionError("it has not ended: " + arn);
            }
            ends.put(arn, end);
        }
        return ends;
    }
}
