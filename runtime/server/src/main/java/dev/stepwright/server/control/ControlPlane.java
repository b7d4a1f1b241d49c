package dev.stepwright.server.control;

import dev.stepwright.server.api.CreateActivity;
import dev.stepwright.server.api.CreateStateMachine;
import dev.stepwright.server.api.CreateStateMachineAlias;
import dev.stepwright.server.api.DeleteActivity;
import dev.stepwright.server.api.DeleteStateMachine;
import dev.stepwright.server.api.DeleteStateMachineAlias;
import dev.stepwright.server.api.DeleteStateMachineVersion;
import dev.stepwright.server.api.DescribeActivity;
import dev.stepwright.server.api.DescribeStateMachine;
import dev.stepwright.server.api.DescribeStateMachineAlias;
import dev.stepwright.server.api.ListActivities;
import dev.stepwright.server.api.ListStateMachineAliases;
import dev.stepwright.server.api.ListStateMachineVersions;
import dev.stepwright.server.api.ListStateMachines;
import dev.stepwright.server.api.ListTagsForResource;
import dev.stepwright.server.api.Operation;
import dev.stepwright.server.api.PublishStateMachineVersion;
import dev.stepwright.server.api.TagResource;
import dev.stepwright.server.api.UntagResource;
import dev.stepwright.server.api.UpdateStateMachine;
import dev.stepwright.server.api.UpdateStateMachineAlias;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the service knows, and the operations on it. */
public final class ControlPlane {
    private final StateMachineOperations machines;
    private final VersionOperations versions;
    private final AliasOperations aliases;
    private final ActivityOperations activities;
    private final TagOperations tags;

    /** @param secret any bytes; page tokens that others issued are refused */
    public ControlPlane(Account account, Ports ports, byte[] secret) {
        PageTokens tokens = new PageTokens(ports.clock(), secret);
        StateMachines allMachines = new StateMachines();
        Activities allActivities = new Activities();
        this.machines = new StateMachineOperations(account, allMachines, tokens, ports, machine -> true);
        this.versions = new VersionOperations(allMachines, tokens, ports);
        this.aliases = new AliasOperations(allMachines, tokens, ports);
        this.activities = new ActivityOperations(account, allActivities, tokens, ports);
        this.tags = new TagOperations(allMachines, allActivities);
    }

    /** Returns all operations by their names. */
    public Map<String, Operation<?>> operations() {
        return Stream.of(ofMachines(), ofVersionsAndAliases(), ofActivitiesAndTags())
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
    }

    private List<Operation<?>> ofMachines() {
        return List.of(
                Operation.of("CreateStateMachine", CreateStateMachine::of, machines::create),
                Operation.of("UpdateStateMachine", UpdateStateMachine::of, machines::update),
                Operation.of("DeleteStateMachine", DeleteStateMachine::of, machines::delete),
                Operation.of("DescribeStateMachine", DescribeStateMachine::of, machines::describe),
                Operation.of("ListStateMachines", ListStateMachines::of, machines::list));
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

    private List<Operation<?>> ofActivitiesAndTags() {
        return List.of(
                Operation.of("CreateActivity", CreateActivity::of, activities::create),
                Operation.of("DeleteActivity", DeleteActivity::of, activities::delete),
                Operation.of("DescribeActivity", DescribeActivity::of, activities::describe),
                Operation.of("ListActivities", ListActivities::of, activities::list),
                Operation.of("TagResource", TagResource::of, tags::tag),
                Operation.of("UntagResource", UntagResource::of, tags::untag),
                Operation.of("ListTagsForResource", ListTagsForResource::of, tags::list));
    }
}
