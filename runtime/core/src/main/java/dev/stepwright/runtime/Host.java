package dev.stepwright.runtime;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.log.ExecutionLogging;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.planning.Planner;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.task.HandlerThreads;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all executions of an engine share, and whoever opens it here closes it here: threads, time, store. */
class Host {
    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    private static final String DECIDING =
            "a decision, with the expressions, inline handlers or listeners that it calls,";

    final EngineConfig config;
    final TimeSource time;
    final ExecutionStore store;
    /** Whether it is worth while to give states to the store. */
    final boolean keepsStates;

    /** Whether the store is given no events, since they can be decided on again. */
    final boolean remakesHistory;

    final Histories histories = new Histories(this);
    final Redrives redrives = new Redrives(this);
    final Following following = new Following(this);
    final Exhausted exhausted = new Exhausted(this);
    final MapRuns mapRuns = new MapRuns(this);
    final Map<String, Machine> machines = new ConcurrentHashMap<>();

    /** What else definitions call machines, with their ARNs. */
    final Map<String, String> aliases = new ConcurrentHashMap<>();

    final Workplace workplace;
    private final ExecutorService handlerThreads;
    final Map<String, ExecutionCell> running = new ConcurrentHashMap<>();
    final Activities activities;
    private final ExecutorService engineThreads;
    private final AtomicLong unwritten = new AtomicLong();
    /** How many executions wait until what has become of them can be stored. */
    final AtomicInteger unstored = new AtomicInteger();

    final CompletableFuture<StoreLostException> lost = new CompletableFuture<>();
    private volatile @Nullable StoreLostException reason;
    private volatile boolean isClosed;
    private volatile boolean isDraining;

    Host(EngineConfig config) {
        this(config, EngineThreads.create(config.engineThreads()));
    }

    /** Returns a host whose decisions are run by somebody else; for simulation. */
    Host(EngineConfig config, ExecutorService engineThreads) {
        this.config = config;
        this.engineThreads = engineThreads;
        this.time = config.time();
        this.store = config.store();
        this.keepsStates = !(store instanceof InMemoryStore);
        this.remakesHistory = store instanceof InMemoryStore && !config.isWatched();
        this.handlerThreads = HandlerThreads.create(config.handlerThreads());
        this.workplace = new Workplace(handlerThreads, time);
        this.activities = new Activities(config.region(), config.account());
        stopWhenLost();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // how the stage ends is what is waited for
    private void stopWhenLost() {
        store.lost().thenAccept(this::stop);
    }

    /** Nothing can be stored any more: what runs here has no effect. */
    private void stop(StoreLostException why) {
        reason = why;
        LOG.error("the engine stops: {}", why.getMessage());
        // not on the thread of the store, which closing waits for
        Thread closing = new Thread(
                () -> {
                    try {
                        close();
                    } catch (RuntimeException e) {
                        LOG.error("the engine has stopped, but could not be closed", e);
                    } finally {
                        lost.complete(why);
                    }
                },
                "stepwright-stop");
        closing.setDaemon(true);
        closing.start();
    }

    /**
     * Asks whether one more execution may be started.
     *
     * @throws ExecutionLimitExceededException if not
     */
    void admit() {
        Admission admission = config.admission();
        Load load = load();
        if (load.openExecutions() >= admission.openExecutions()) {
            throw ExecutionLimitExceededException.open(admission.openExecutions());
        }
        if (load.readyExecutions() >= admission.readyExecutions()) {
            throw ExecutionLimitExceededException.ready(admission.readyExecutions());
        }
        if (store.isFull() || load.unwrittenBytes() > admission.unwrittenBytes()) {
            throw ExecutionLimitExceededException.store();
        }
    }

    Load load() {
        return new Load(running.size(), EngineThreads.waiting(engineThreads), unwritten.get(), unstored.get());
    }

    /** Counts what the store has been given until it has written it. */
    @SuppressWarnings("FutureReturnValueIgnored") // how the stage ends is somebody else's business
    void countUnwritten(CompletableFuture<?> stage, long weight) {
        if (!stage.isDone()) {
            unwritten.addAndGet(weight);
            stage.whenComplete((done, failure) -> unwritten.addAndGet(-weight));
        }
    }

    /** Like {@link EngineThreads#await}. */
    void await(CompletableFuture<?> stage) {
        EngineThreads.await(stage);
    }

    /**
     * Has an execution run here, unless one of its ARN does already.
     *
     * @return the one that does; null for none
     * @throws IllegalStateException if the engine has been closed
     */
    @Nullable
    ExecutionCell add(ExecutionCell cell) {
        String arn = cell.header().identity().arn();
        ExecutionCell other = running.putIfAbsent(arn, cell);
        if (other == null && isClosed) { // whoever has closed the engine may have missed this one
            running.remove(arn, cell);
            throw new IllegalStateException("the engine has been closed, " + arn + " cannot run here any more");
        }
        return other;
    }

    /**
     * Returns the machine of an execution: the execution keeps the definition it was started with, and has its tasks done by those who do them for
     * its machine now.
     *
     * @throws IllegalStateException if the machine is not registered, or the definition cannot be run
     */
    Machine machineOf(ExecutionHeader header) {
        Machine machine = machines.get(header.identity().machineArn());
        if (machine == null) {
            throw new IllegalStateException(header.identity().arn() + " cannot go on: register its machine \""
                    + header.identity().machineName() + "\" first");
        }
        try {
            return machine.definition().equals(header.definition())
                    ? machine
                    : machine.with(header.definition(), planStored(machine.name(), header.definition()));
        } catch (InvalidDefinitionException e) {
            throw new IllegalStateException(header.identity().arn() + " cannot go on: " + e.getMessage(), e);
        }
    }

    /** @throws InvalidDefinitionException if the definition cannot be run; it tells all reasons */
    Plan plan(String machine, StateMachineDefinition definition) {
        return plan(machine, Planner.plan(definition, config.iteratesObjects()));
    }

    /** Like {@link #plan}, for a machine that is to be an Express one. */
    Plan planExpress(String machine, StateMachineDefinition definition) {
        return plan(machine, Planner.planExpress(definition, config.iteratesObjects()));
    }

    /** Like {@link #plan}, for a definition by which an execution was started. */
    private Plan planStored(String machine, StateMachineDefinition definition) {
        return plan(machine, Planner.planStored(definition, config.iteratesObjects()));
    }

    private static Plan plan(String machine, Planner.Result planned) {
        Plan plan = planned.plan();
        if (plan == null) {
            throw new InvalidDefinitionException(machine, planned.problems());
        }
        return plan;
    }

    /** Returns the machine that a definition means, by its ARN or by what else it is called; null if there is none. */
    @Nullable
    Machine machineMeantBy(String reference) {
        return machines.get(aliases.getOrDefault(reference, reference));
    }

    /** Returns an execution before its first stimulus, with the plan that its machine has for its definition, or a new one. */
    ExecutionState blank(ExecutionHeader header, boolean keepsEvents) {
        Machine machine = machines.get(header.identity().machineArn());
        if (machine != null && machine.definition().equals(header.definition())) {
            return blank(header.identity(), machine.plan(), keepsEvents);
        }
        Plan plan = planStored(header.identity().machineName(), header.definition());
        return blank(
                header.identity(),
                machine == null ? plan : plan.asking(machine.plan().taskCheck()),
                keepsEvents);
    }

    /** Returns an execution before its first stimulus. */
    ExecutionState blank(ExecutionIdentity identity, Plan plan, boolean keepsEvents) {
        return ExecutionState.create(plan, identity, config.limitsOf(identity.isExpress()), keepsEvents)
                .withExpressLimits(config.limitsOf(true));
    }

    Instant now() {
        return time.now();
    }

    /** Has a piece of work done on an engine thread; time stands still for a virtual clock until {@link #done}. */
    void execute(Runnable work) {
        time.workBegins();
        try {
            engineThreads.execute(work);
        } catch (RejectedExecutionException e) {
            time.workEnds();
            if (!isClosed && !isDraining) {
                throw e;
            }
        }
    }

    void done() {
        time.workEnds();
    }

    void report(Progress progress) {
        for (ProgressListener listener : config.listeners()) {
            try {
                listener.on(progress);
            } catch (RuntimeException | Error e) { // whatever is wrong with it: the execution goes on
                LOG.error("the progress listener has failed on {}", progress, e);
            }
        }
    }

    void log(ExecutionLogging logging, String executionArn, int redriveCount, List<HistoryEntry> events) {
        try {
            logging.write(executionArn, redriveCount, events);
        } catch (RuntimeException | Error e) { // as above
            LOG.error("the execution log has failed on events of {}", executionArn, e);
        }
    }

    /** Returns an execution that runs here; null if it has ended or is unknown. */
    @Nullable
    ExecutionCell cell(String executionArn) {
        return running.get(executionArn);
    }

    boolean isClosed() {
        return isClosed;
    }

    boolean isOpen() {
        return !isClosed && !isDraining;
    }

    /**
     * Asks whether anything new may begin.
     *
     * @param advice for those who have closed the engine themselves
     * @throws IllegalStateException if not; says why
     */
    void checkOpen(String advice) {
        StoreLostException lostBy = reason;
        if (!isOpen()) {
            throw new IllegalStateException(
                    "the engine has been closed" + (lostBy == null ? "; " + advice : ": " + lostBy.getMessage()),
                    lostBy);
        }
    }

    boolean isDraining() {
        return isDraining;
    }

    /**
     * Has nothing new begun, and waits until what handlers are doing is done and stored.
     *
     * @return whether all of it is
     */
    boolean drain(Duration patience) {
        isDraining = true;
        HandlerThreads.shutdown(handlerThreads);
        try {
            return handlerThreads.awaitTermination(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Two may close: whoever runs the engine, and the loss of its store. The second waits for the first. */
    synchronized void close() {
        if (isClosed) {
            return;
        }
        if (isDraining) {
            EngineThreads.finish(engineThreads, DECIDING); // what handlers have answered is still decided on and stored
        }
        isClosed = true;
        time.close();
        EngineThreads.end(engineThreads, DECIDING);
        EngineThreads.end(handlerThreads, "a task handler, which must react to interruption,");
        running.values().forEach(cell -> cell.abandon(reason));
        running.clear();
        following.close();
        store.close();
    }
}
