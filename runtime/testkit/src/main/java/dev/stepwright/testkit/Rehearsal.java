package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.StartRequest;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.task.ErrorNaming;
import dev.stepwright.runtime.task.HandlerRunner;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.TimeSource;
import dev.stepwright.runtime.time.VirtualTime;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One run of a machine and of those that it starts, on an engine of its own. */
final class Rehearsal {
    private final Cast cast;
    private final Settings settings;
    private final List<ActivityArn> activities;
    private final RunLines lines;
    private final @Nullable RunPages pages;
    private final @Nullable Script script;
    private final TimeSource time;
    private final List<Thrown> thrown = Collections.synchronizedList(new ArrayList<>());

    /**
     * How machines are run, whichever they are.
     *
     * @param folder for a page of each execution; null if none is written
     */
    record Settings(
            Supplier<TimeSource> time,
            Duration patience,
            Consumer<String> out,
            boolean iteratesObjects,
            @Nullable Path folder) {
        Settings withTime(Supplier<TimeSource> value) {
            return new Settings(value, patience, out, iteratesObjects, folder);
        }

        Settings withPatience(Duration value) {
            return new Settings(time, value, out, iteratesObjects, folder);
        }

        Settings withOut(Consumer<String> value) {
            return new Settings(time, patience, value, iteratesObjects, folder);
        }

        Settings iteratingOverObjects(boolean value) {
            return new Settings(time, patience, out, value, folder);
        }

        Settings withFolder(Path value) {
            return new Settings(time, patience, out, iteratesObjects, value);
        }

        /** Nothing is printed or written. */
        Settings unseen() {
            return new Settings(time, patience, line -> {}, iteratesObjects, null);
        }
    }

    private record Thrown(String machine, Throwable throwable) {}

    /** What was recorded of the machine under test, and of the executions that its tasks have started. */
    record Result(Recording first, TestRun.Nested nested) {}

    Rehearsal(Subject underTest, Settings settings) {
        this.cast = new Cast(underTest);
        this.settings = settings;
        this.script = underTest.tasks().script();
        this.time = script == null ? settings.time.get() : VirtualTime.automatic(script.start());
        this.pages = settings.folder == null ? null : RunPages.in(settings.folder);
        this.activities = ActivityArn.in(
                cast.byName().values().stream().map(Subject::definition).toList());
        this.lines = new RunLines(cast::label, settings.out);
    }

    Result run(JsonNode input) {
        try (Engine engine = Engine.create(config())) {
            activities.forEach(activity -> engine.activities().create(activity.name()));
            Map<String, Workflow<JsonNode, JsonNode>> machines = new LinkedHashMap<>();
            cast.byName().forEach((name, subject) -> machines.put(name, register(engine, name, subject)));
            cast.references().forEach((reference, name) -> named(name, machines).knownAs(reference));
            Execution<JsonNode> first = start(engine, named(cast.first(), machines), input);
            awaitEnd(engine, first);
            awaitOthers(engine, machines);
            return result(engine, machines, first);
        }
    }

    private Execution<JsonNode> start(Engine engine, Workflow<JsonNode, JsonNode> machine, JsonNode input) {
        StartRequest request = StartRequest.of(input).withText(JsonText.compact(input));
        if (script == null) {
            return machine.start(request);
        }
        script.runsIn(engine);
        time.workBegins(); // time stands still until the stop has been asked for
        try {
            Execution<JsonNode> execution = machine.start(request.withRole(script.roleArn()));
            script.stop().ifPresent(stop -> time.at(stop, () -> execution.stop(null, null)));
            return execution;
        } finally {
            time.workEnds();
        }
    }

    private static <T> T named(String name, Map<String, T> machines) {
        return Objects.requireNonNull(machines.get(name), "a machine of this run");
    }

    private static Workflow<JsonNode, JsonNode> register(Engine engine, String name, Subject subject) {
        StateMachineDefinition definition = subject.definition();
        return subject.isExpress()
                ? engine.registerExpress(name, definition, JsonNode.class, JsonNode.class, TaskHandlers.none())
                : engine.register(name, definition, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private EngineConfig config() {
        Random random = new Random(script == null ? 1 : script.seed());
        ActivityArn place = activities.stream().findFirst().orElse(ActivityArn.ANYWHERE);
        return EngineConfig.builder()
                .time(time)
                .ids(() -> new UUID(random.nextLong(), random.nextLong()))
                .listener(lines)
                .keepingExpress()
                .iteratingOverObjects(settings.iteratesObjects)
                .region(place.region())
                .account(place.account())
                .permission(cast.permission())
                .runner(workplace -> new CastRunner(
                        cast,
                        name -> new HandlerRunner.Settings(noting(name), place.region(), place.account()),
                        workplace))
                .build();
    }

    private ErrorNaming noting(String machine) {
        return throwable -> {
            thrown.add(new Thrown(machine, throwable));
            return ErrorNaming.CLASS_NAMES.nameOf(throwable);
        };
    }

    /** What a task has started and does not wait for goes on when the machine under test has ended. */
    private void awaitOthers(Engine engine, Map<String, Workflow<JsonNode, JsonNode>> machines) {
        List<String> running;
        do {
            running = machines.values().stream()
                    .flatMap(machine -> arns(engine, machine, ExecutionStatus.RUNNING).stream())
                    .toList();
            running.forEach(arn -> engine.running(arn)
                    .ifPresentOrElse(execution -> awaitEnd(engine, execution), () -> checkThatHasEnded(engine, arn)));
        } while (!running.isEmpty());
    }

    private static void checkThatHasEnded(Engine engine, String arn) {
        if (engine.describe(arn).map(ExecutionDescription::status).orElseThrow() == ExecutionStatus.RUNNING) {
            throw new IllegalStateException(
                    "the execution " + arn + " cannot continue; the log of the engine says why");
        }
    }

    /** Returns the executions of a machine in the order of their starts. */
    private static List<String> arns(
            Engine engine, Workflow<JsonNode, JsonNode> machine, @Nullable ExecutionStatus status) {
        ExecutionQuery all = new ExecutionQuery(machine.arn(), Instant.EPOCH, status, null, null, Integer.MAX_VALUE);
        return engine.list(all).stream()
                .sorted(Comparator.comparingLong(
                        execution -> execution.position().number()))
                .map(execution -> execution.identity().arn())
                .toList();
    }

    private void awaitEnd(Engine engine, Execution<JsonNode> execution) {
        try {
            execution.outcome().toCompletableFuture().get(settings.patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            String label = cast.label(execution.arn());
            throw new IllegalStateException(
                    "the execution " + (label.isEmpty() ? "" : "of \"" + label + "\" ") + "has not ended after "
                            + settings.patience.toSeconds()
                            + " s; it waits for an answer that no stub gives, or it loops:\n"
                            + lines.all() + pageOrProblem(engine, execution.arn()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the execution ran", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run has no outcome: " + e.getMessage(), e);
        }
    }

    private Result result(
            Engine engine, Map<String, Workflow<JsonNode, JsonNode>> machines, Execution<JsonNode> first) {
        List<Recording> nested = new ArrayList<>();
        machines.forEach((name, machine) -> arns(engine, machine, null).stream()
                .filter(arn -> !arn.equals(first.arn()))
                .map(machine::execution)
                .forEach(execution ->
                        nested.add(recording(engine, execution, lines.of(execution.arn()), thrownIn(name)))));
        Set<StateMachineDefinition> startable =
                cast.byName().values().stream().map(Subject::definition).collect(Collectors.toSet());
        return new Result(recording(engine, first, lines.all(), thrownIn(null)), new TestRun.Nested(startable, nested));
    }

    private Recording recording(Engine engine, Execution<JsonNode> execution, String its, List<Throwable> throwables) {
        Subject machine = named(ExecutionIdentity.machineNameIn(execution.arn()), cast.byName());
        Recording recording = new Recording(
                machine.definition(),
                execution.await(),
                execution.description(),
                engine.history(execution.arn(), 0, Integer.MAX_VALUE),
                its + page(engine, execution.arn()),
                throwables);
        machine.coverage().add(recording.course());
        return recording;
    }

    /** Writes the page of an execution where pages are asked for, and returns a line that names it. */
    private String page(Engine engine, String arn) {
        return pages == null
                ? ""
                : "\nits page: "
                        + pages.write(
                                cast.label(arn),
                                named(ExecutionIdentity.machineNameIn(arn), cast.byName())
                                        .definition(),
                                engine.history(arn, 0, Integer.MAX_VALUE));
    }

    /** What has gone wrong is told all the same where its page cannot be written. */
    private String pageOrProblem(Engine engine, String arn) {
        try {
            return page(engine, arn);
        } catch (UncheckedIOException e) {
            return "\n" + e.getMessage() + ": " + e.getCause();
        }
    }

    /** @param machine null for all */
    private List<Throwable> thrownIn(@Nullable String machine) {
        return List.copyOf(thrown).stream()
                .filter(one -> machine == null || machine.equals(one.machine))
                .map(Thrown::throwable)
                .toList();
    }
}
