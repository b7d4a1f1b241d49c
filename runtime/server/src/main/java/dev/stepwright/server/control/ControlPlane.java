package dev.stepwright.server.control;

import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Load;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.log.ExecutionLog;
import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.task.TaskPermission;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.server.api.CreateActivity;
import dev.stepwright.server.api.CreateStateMachine;
import dev.stepwright.server.api.CreateStateMachineAlias;
import dev.stepwright.server.api.DeleteActivity;
import dev.stepwright.server.api.DeleteStateMachine;
import dev.stepwright.server.api.DeleteStateMachineAlias;
import dev.stepwright.server.api.DeleteStateMachineVersion;
import dev.stepwright.server.api.Demands;
import dev.stepwright.server.api.DescribeActivity;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.DescribeMapRun;
import dev.stepwright.server.api.DescribeStateMachine;
import dev.stepwright.server.api.DescribeStateMachineAlias;
import dev.stepwright.server.api.DescribeStateMachineForExecution;
import dev.stepwright.server.api.GetActivityTask;
import dev.stepwright.server.api.GetExecutionHistory;
import dev.stepwright.server.api.ListActivities;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.ListMapRuns;
import dev.stepwright.server.api.ListStateMachineAliases;
import dev.stepwright.server.api.ListStateMachineVersions;
import dev.stepwright.server.api.ListStateMachines;
import dev.stepwright.server.api.ListTagsForResource;
import dev.stepwright.server.api.Operation;
import dev.stepwright.server.api.PublishStateMachineVersion;
import dev.stepwright.server.api.RedriveExecution;
import dev.stepwright.server.api.SendTaskFailure;
import dev.stepwright.server.api.SendTaskHeartbeat;
import dev.stepwright.server.api.SendTaskSuccess;
import dev.stepwright.server.api.StartExecution;
import dev.stepwright.server.api.StartSyncExecution;
import dev.stepwright.server.api.StopExecution;
import dev.stepwright.server.api.TagResource;
import dev.stepwright.server.api.TestState;
import dev.stepwright.server.api.UntagResource;
import dev.stepwright.server.api.UpdateMapRun;
import dev.stepwright.server.api.UpdateStateMachine;
import dev.stepwright.server.api.UpdateStateMachineAlias;
import dev.stepwright.server.api.ValidateStateMachineDefinition;
import dev.stepwright.server.policy.Roles;
import dev.stepwright.server.task.MockedTasks;
import dev.stepwright.server.task.StepFunctionsTasks;
import dev.stepwright.server.task.UndoneTasks;
import dev.stepwright.server.trial.StateTrials;
import dev.stepwright.services.RolePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that the service knows, and the operations on it. */
public final class ControlPlane implements AutoCloseable {
    private final Engine engine;
    private final Executions allExecutions;
    private final Map<String, Operation<?>> operations;
    private final Definitions definitions;
    private final StateMachineOperations machines;
    private final VersionOperations versions;
    private final AliasOperations aliases;
    private final ExecutionOperations executions;
    private final ExpressOperations express;
    private final HistoryOperations histories;
    private final ActivityOperations activities;
    private final TaskOperations tasks;
    private final StateTrials trials;
    private final TagOperations tags;
    private final OperationDemands demands;

    /**
     * @param engine how executions are run; its store is closed if this fails
     * @param work who does the tasks, but for those that call this service itself
     */
    public ControlPlane(EngineConfig.Builder engine, Work work, Settings settings, Ports ports) {
        PageTokens tokens = new PageTokens(ports.clock(), settings.secret);
        List<TaskRunner> allRunners = new ArrayList<>(work.runners);
        if (settings.roles != null) {
            engine.permission(RolePermission.of(settings.roles));
        }
        allRunners.forEach(engine::runner);
        engine.runner(workplace -> added(
                new StepFunctionsTasks(this::operation, this::child, this::end, ports.ids(), this::isOpen, workplace),
                allRunners));
        engine.runner(workplace -> added(new UndoneTasks(), allRunners));
        this.engine = Engine.create(
                engine.iteratingOverObjects(settings.iteratesObjects).build());
        try {
            RoleChecks roles = new RoleChecks(settings.account, settings.roles);
            this.definitions = new Definitions(this.engine, settings.log);
            DocumentStore documents = settings.documents == null ? new NoDocuments() : settings.documents;
            Revisions revisions = new Revisions(documents, definitions);
            StateMachines allMachines = new StateMachines(new KeptMachines(documents, revisions));
            Activities allActivities = new Activities(new KeptActivities(documents));
            allActivities.all().forEach(activity -> this.engine.activities().create(activity.name()));
            this.allExecutions = new Executions(this.engine, allMachines, work.mocks, ports);
            this.machines = new StateMachineOperations(
                    settings.account, allMachines, definitions, roles, tokens, ports, allExecutions);
            this.versions = new VersionOperations(allMachines, tokens, ports);
            this.aliases = new AliasOperations(allMachines, tokens, ports);
            this.executions = new ExecutionOperations(this.engine, allMachines, revisions, allExecutions, tokens);
            this.express = new ExpressOperations(allExecutions);
            this.histories = new HistoryOperations(this.engine, allExecutions, tokens);
            this.activities = new ActivityOperations(settings.account, this.engine, allActivities, tokens, ports);
            this.tasks = new TaskOperations(this.engine, allActivities, settings.pollTime);
            this.trials = new StateTrials(
                    new StateTrials.Settings(settings.account.prefix(), settings.iteratesObjects),
                    settings.roles == null
                            ? TaskPermission.ALL
                            : RolePermission.ofTrials(settings.roles, settings.account.place()),
                    allRunners,
                    ports.clock(),
                    ports.ids());
            this.tags = new TagOperations(allMachines, allActivities);
            this.demands = new OperationDemands(settings.account, allMachines, allActivities, roles.areMade());
            this.operations = Stream.of(ofMachines(), ofVersionsAndAliases(), ofExecutions(), ofActivities(), ofTags())
                    .flatMap(List::stream)
                    .collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
            this.engine.recover().forEach(allExecutions::follow);
        } catch (RuntimeException | Error e) {
            this.engine.close(); // and with it the store, so that it can be opened again
            throw e;
        }
    }

    /** What is made with the engine serves trials as well. */
    private static TaskRunner added(TaskRunner runner, List<TaskRunner> all) {
        all.add(runner);
        return runner;
    }

    private CompletableFuture<? extends Record> child(TaskRequest task, JsonNode body) {
        return Operation.of("StartExecution", StartExecution::of, request -> executions.start(request, task))
                .call(body);
    }

    private boolean isOpen() {
        return engine.isOpen();
    }

    private CompletionStage<?> end(String executionArn) {
        return engine.end(executionArn);
    }

    /**
     * Who does the tasks.
     *
     * @param runners asked in this order
     * @param mocks one of the runners: it is told which executions run a test case
     */
    public record Work(List<TaskRunner> runners, MockedTasks mocks) {}

    /**
     * What can be set.
     *
     * @param secret any bytes; page tokens that others issued are refused
     * @param pollTime how long GetActivityTask waits for a task
     * @param documents where state machines and activities are kept; null if they end with the server
     * @param log where executions are logged whose machine asks for it
     * @param iteratesObjects whether Maps iterate over the members of an object that their {@code ItemReader} reads
     * @param roles under which machines run; null if all may do everything
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Settings(
            Account account,
            byte[] secret,
            Duration pollTime,
            @Nullable DocumentStore documents,
            ExecutionLog log,
            boolean iteratesObjects,
            @Nullable Roles roles) {}

    /** Returns all operations by their names. */
    public Map<String, Operation<?>> operations() {
        return operations;
    }

    /** Returns what the operations have to be allowed. */
    public Demands demands() {
        return demands;
    }

    /** Returns all events of an execution so far; empty if there is none of that ARN. */
    public List<HistoryEntry> history(String executionArn) {
        return engine.history(executionArn, 0, Integer.MAX_VALUE);
    }

    /** Returns how many executions a machine has in each status; empty if it is no Standard machine, or a version or alias. */
    public Optional<Map<ExecutionStatus, Long>> counts(String stateMachineArn) {
        return executions.counts(stateMachineArn);
    }

    /** Returns how many executions there have been since the server began. */
    public ExecutionNumbers numbers() {
        return allExecutions.numbers();
    }

    /** Returns how much the engine has in hand. */
    public Load load() {
        return engine.load();
    }

    /** Returns what completes when the store has been lost, and nothing works here any more. */
    public CompletionStage<StoreLostException> lost() {
        return engine.lost();
    }

    private @Nullable Operation<?> operation(String name) {
        return operations.get(name);
    }

    /** Ends the engine; executions that run are lost, unless its store is durable. */
    @Override
    public void close() {
        engine.close();
    }

    private List<Operation<?>> ofMachines() {
        return List.of(
                Operation.of("CreateStateMachine", CreateStateMachine::of, machines::create),
                Operation.of("UpdateStateMachine", UpdateStateMachine::of, machines::update),
                Operation.of("DeleteStateMachine", DeleteStateMachine::of, machines::delete),
                Operation.of("DescribeStateMachine", DescribeStateMachine::of, machines::describe),
                Operation.of("ListStateMachines", ListStateMachines::of, machines::list),
                Operation.of(
                        "ValidateStateMachineDefinition", ValidateStateMachineDefinition::of, definitions::validate),
                new Operation<>("TestState", TestState::of, this::test));
    }

    private CompletableFuture<TestState.Answer> test(TestState request) {
        if (request.roleArn() != null) {
            Arn.role(request.roleArn());
        }
        return trials.test(request, JsonInput::execution);
    }

    private List<Operation<?>> ofVersionsAndAliases() {
        return List.of(
                Operation.of("PublishStateMachineVersion", PublishStateMachineVersion::of, versions::publish),
                Operation.of("DeleteStateMachineVersion", DeleteStateMachineVersion::of, versions::delete),
                Operation.of("ListStateMachineVersions", ListStateMachineVersions::of, versions::list),
                Operation.of("CreateStateMachineAlias", CreateStateMachineAlias::of, aliases::create),
                Operation.of("UpdateStateMachineAlias", UpdateStateMachineAlias::of, aliases::update),
                Operation.of("DeleteStateMachineAlias", DeleteStateMachineAlias::of, aliases::delete),
                Operation.of("DescribeStateMachineAlias", DescribeStateMachineAlias::of, aliases::describe),
                Operation.of("ListStateMachineAliases", ListStateMachineAliases::of, aliases::list));
    }

    private List<Operation<?>> ofExecutions() {
        return List.of(
                Operation.of("StartExecution", StartExecution::of, executions::start),
                new Operation<>("StartSyncExecution", StartSyncExecution::of, express::start),
                new Operation<>("StopExecution", StopExecution::of, executions::stop),
                Operation.of("RedriveExecution", RedriveExecution::of, executions::redrive),
                Operation.of("DescribeExecution", DescribeExecution::of, executions::describe),
                Operation.of(
                        "DescribeStateMachineForExecution",
                        DescribeStateMachineForExecution::of,
                        executions::describeMachine),
                Operation.of("ListMapRuns", ListMapRuns::of, executions.mapRuns()::list),
                Operation.of("DescribeMapRun", DescribeMapRun::of, executions.mapRuns()::describe),
                Operation.of("UpdateMapRun", UpdateMapRun::of, executions.mapRuns()::update),
                Operation.of("ListExecutions", ListExecutions::of, executions::list),
                Operation.of("GetExecutionHistory", GetExecutionHistory::of, histories::history));
    }

    private List<Operation<?>> ofActivities() {
        return List.of(
                Operation.of("CreateActivity", CreateActivity::of, activities::create),
                Operation.of("DeleteActivity", DeleteActivity::of, activities::delete),
                Operation.of("DescribeActivity", DescribeActivity::of, activities::describe),
                Operation.of("ListActivities", ListActivities::of, activities::list),
                new Operation<>("GetActivityTask", GetActivityTask::of, tasks::fetch),
                Operation.of("SendTaskSuccess", SendTaskSuccess::of, tasks::succeed),
                Operation.of("SendTaskFailure", SendTaskFailure::of, tasks::fail),
                Operation.of("SendTaskHeartbeat", SendTaskHeartbeat::of, tasks::heartbeat));
    }

    private List<Operation<?>> ofTags() {
        return List.of(
                Operation.of("TagResource", TagResource::of, tags::tag),
                Operation.of("UntagResource", UntagResource::of, tags::untag),
                Operation.of("ListTagsForResource", ListTagsForResource::of, tags::list));
    }
}
