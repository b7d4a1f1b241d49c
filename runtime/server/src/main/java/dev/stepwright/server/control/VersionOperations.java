package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DeleteStateMachineVersion;
import dev.stepwright.server.api.ListStateMachineVersions;
import dev.stepwright.server.api.Nothing;
import dev.stepwright.server.api.PublishStateMachineVersion;
import java.util.List;
import java.util.stream.Stream;

/** The operations on versions of state machines. */
final class VersionOperations {
    private final StateMachines machines;
    private final PageTokens tokens;
    private final Ports ports;

    VersionOperations(StateMachines machines, PageTokens tokens, Ports ports) {
        this.machines = machines;
        this.tokens = tokens;
        this.ports = ports;
    }

    PublishStateMachineVersion.Answer publish(PublishStateMachineVersion request) {
        MachineArn arn = MachineArn.parse(request.stateMachineArn());
        if (arn.qualifier() != null) {
            throw ApiError.stateMachineDoesNotExist(arn.text());
        }
        StateMachine machine = machines.change(arn, there -> published(there, request));
        Version version = machine.versionOf(machine.revision()).orElseThrow();
        return new PublishStateMachineVersion.Answer(version.creationDate(), machine.versionArn(version));
    }

    private StateMachine published(StateMachine machine, PublishStateMachineVersion request) {
        String current = machine.revision().idOrInitial();
        if (request.revisionId() != null && !request.revisionId().equals(current)) {
            throw ApiError.of(
                    "ConflictException",
                    "Failed to publish the State Machine version for revision " + request.revisionId()
                            + ". The current State Machine revision is " + current + ".");
        }
        return machine.versionOf(machine.revision()).isPresent()
                ? machine
                : machine.published(request.description(), ports.now());
    }

    Nothing delete(DeleteStateMachineVersion request) {
        MachineArn arn = MachineArn.parse(request.stateMachineVersionArn());
        if (arn.version().isEmpty()) {
            throw ApiError.invalidArn("Resource type not valid in this context: stateMachine");
        }
        if (machines.find(arn.machine()).isPresent()) {
            machines.changeAny(arn, machine -> without(machine, arn));
        }
        return Nothing.ANSWER;
    }

    private static StateMachine without(StateMachine machine, MachineArn version) {
        List<String> aliases = machine.aliases().values().stream()
                .filter(alias -> alias.routesTo(version.text()))
                .map(Alias::name)
                .toList();
        if (!aliases.isEmpty()) {
            throw ApiError.of(
                    "ConflictException",
                    "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: "
                            + aliases);
        }
        return machine.without(version.version().orElseThrow());
    }

    /** AWS: the newest comes first; a machine that does not exist has none. */
    ListStateMachineVersions.Answer list(ListStateMachineVersions request) {
        MachineArn arn = MachineArn.parse(request.stateMachineArn());
        Stream<Version> versions = machines.find(arn.machine()).stream().flatMap(m -> m.versions().values().stream());
        Page.Query query =
                new Page.Query("ListStateMachineVersions " + arn.machine(), request.maxResults(), request.nextToken());
        Page<Version> page = Page.of(versions, VersionOperations::newestFirst, query, tokens);
        return new ListStateMachineVersions.Answer(
                page.map(v -> new ListStateMachineVersions.Item(arn.machine() + ":" + v.number(), v.creationDate())),
                page.nextToken());
    }

    private static String newestFirst(Version version) {
        return "%010d".formatted(Integer.MAX_VALUE - version.number());
    }
}
