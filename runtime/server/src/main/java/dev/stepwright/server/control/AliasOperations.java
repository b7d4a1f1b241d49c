package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.CreateStateMachineAlias;
import dev.stepwright.server.api.DeleteStateMachineAlias;
import dev.stepwright.server.api.DescribeStateMachineAlias;
import dev.stepwright.server.api.ListStateMachineAliases;
import dev.stepwright.server.api.Nothing;
import dev.stepwright.server.api.UpdateStateMachineAlias;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** The operations on aliases of state machines. */
final class AliasOperations {
    private final StateMachines machines;
    private final PageTokens tokens;
    private final Ports ports;

    AliasOperations(StateMachines machines, PageTokens tokens, Ports ports) {
        this.machines = machines;
        this.tokens = tokens;
        this.ports = ports;
    }

    CreateStateMachineAlias.Answer create(CreateStateMachineAlias request) {
        MachineArn owner = Routing.machineOf(request.routingConfiguration());
        StateMachine machine = machines.find(owner.machine()).orElseThrow(ApiError::resourceNotFound);
        Instant now = ports.now();
        Alias alias = new Alias(request.name(), request.description(), request.routingConfiguration(), now, now);
        StateMachine changed = machines.change(owner, there -> created(there, alias));
        Alias there = Objects.requireNonNull(changed.aliases().get(alias.name()));
        return new CreateStateMachineAlias.Answer(machine.aliasArn(there), there.creationDate());
    }

    private static StateMachine created(StateMachine machine, Alias alias) {
        Routing.check(alias.routing(), machine);
        Alias there = machine.aliases().get(alias.name());
        if (there == null) {
            return machine.with(alias);
        }
        if (!Objects.equals(there.description(), alias.description())
                || !there.routing().equals(alias.routing())) {
            throw ApiError.of(
                    "ConflictException",
                    "Failed to create alias because an alias with the same name and a different routing configuration already exists.");
        }
        return machine;
    }

    UpdateStateMachineAlias.Answer update(UpdateStateMachineAlias request) {
        MachineArn arn = parse(request.stateMachineAliasArn());
        if (request.description() == null && request.routingConfiguration() == null) {
            throw ApiError.validation(
                    "MISSING_REQUIRED_PARAMETER",
                    "Either the description or the routing configuration must be specified");
        }
        if (request.routingConfiguration() != null) {
            Routing.machineOf(request.routingConfiguration());
        }
        find(arn);
        Instant now = ports.now();
        machines.change(arn, machine -> updated(machine, arn, request, now));
        return new UpdateStateMachineAlias.Answer(now);
    }

    private StateMachine updated(StateMachine machine, MachineArn arn, UpdateStateMachineAlias request, Instant now) {
        Alias old = find(machine, arn);
        Alias next = new Alias(
                old.name(),
                request.description() == null ? old.description() : request.description(),
                request.routingConfiguration() == null ? old.routing() : request.routingConfiguration(),
                old.creationDate(),
                now);
        Routing.check(next.routing(), machine);
        return machine.with(next);
    }

    DescribeStateMachineAlias.Answer describe(DescribeStateMachineAlias request) {
        MachineArn arn = parse(request.stateMachineAliasArn());
        Alias alias = find(arn);
        return new DescribeStateMachineAlias.Answer(
                arn.text(),
                alias.name(),
                alias.description(),
                alias.routing(),
                alias.creationDate(),
                alias.updateDate());
    }

    Nothing delete(DeleteStateMachineAlias request) {
        MachineArn arn = parse(request.stateMachineAliasArn());
        if (machines.find(arn.machine()).isPresent()) {
            machines.changeAny(arn, machine -> machine.withoutAlias(Objects.requireNonNull(arn.qualifier())));
        }
        return Nothing.ANSWER;
    }

    ListStateMachineAliases.Answer list(ListStateMachineAliases request) {
        MachineArn arn = MachineArn.parse(request.stateMachineArn());
        StateMachine machine = StateMachines.alive(machines.of(arn));
        Stream<Alias> aliases = machine.aliases().values().stream()
                .filter(alias -> arn.qualifier() == null || alias.routesTo(arn.text()));
        Page.Query query =
                new Page.Query("ListStateMachineAliases " + arn.text(), request.maxResults(), request.nextToken());
        Page<Alias> page = Page.of(aliases, Alias::name, query, tokens);
        return new ListStateMachineAliases.Answer(
                page.map(a -> new ListStateMachineAliases.Item(machine.aliasArn(a), a.creationDate())),
                page.nextToken());
    }

    private static MachineArn parse(String text) {
        MachineArn arn = MachineArn.parse(text);
        if (arn.qualifier() == null || arn.version().isPresent()) {
            throw ApiError.invalidArn("Resource type not valid in this context: stateMachine");
        }
        return arn;
    }

    private Alias find(MachineArn arn) {
        return find(machines.find(arn.machine()).orElseThrow(ApiError::resourceNotFound), arn);
    }

    private static Alias find(StateMachine machine, MachineArn arn) {
        Alias alias = machine.aliases().get(Objects.requireNonNull(arn.qualifier()));
        if (alias == null) {
            throw ApiError.resourceNotFound();
        }
        return alias;
    }
}
