package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.CreateStateMachine;
import dev.stepwright.server.api.DeleteStateMachine;
import dev.stepwright.server.api.DescribeStateMachine;
import dev.stepwright.server.api.ListStateMachines;
import dev.stepwright.server.api.LoggingConfiguration;
import dev.stepwright.server.api.Nothing;
import dev.stepwright.server.api.UpdateStateMachine;
import dev.stepwright.server.control.Revision.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operations on state machines. */
final class StateMachineOperations {
    /** AWS: the definition in an answer that has none. */
    static final String NO_DEFINITION = "{}";

    private final Account account;
    private final StateMachines machines;
    private final Definitions definitions;
    private final RoleChecks roles;
    private final PageTokens tokens;
    private final Ports ports;
    private final Executions executions;

    StateMachineOperations(
            Account account,
            StateMachines machines,
            Definitions definitions,
            RoleChecks roles,
            PageTokens tokens,
            Ports ports,
            Executions executions) {
        this.account = account;
        this.machines = machines;
        this.definitions = definitions;
        this.roles = roles;
        this.tokens = tokens;
        this.ports = ports;
        this.executions = executions;
    }

    CreateStateMachine.Answer create(CreateStateMachine request) {
        String name = Names.checked(request.name());
        checkDescription(request.versionDescription(), request.publish());
        request.loggingConfiguration().check(account.stateMachine(name));
        request.encryptionConfiguration().check();
        Content content = new Content(
                definitions.logged(
                        definitions.accept(name, request.definition(), request.type()), request.loggingConfiguration()),
                Arn.role(request.roleArn()),
                request.loggingConfiguration(),
                request.tracingConfiguration(),
                request.encryptionConfiguration());
        roles.check(name, content);
        StateMachine machine = machines.addOr(
                account.stateMachine(name),
                () -> fresh(request, content),
                existing -> repeated(existing, request, content));
        return new CreateStateMachine.Answer(
                machine.arn(),
                machine.creationDate(),
                machine.publishedAtCreation().map(machine::versionArn).orElse(null));
    }

    private StateMachine fresh(CreateStateMachine request, Content content) {
        Instant now = executions.afterAll(account.stateMachine(request.name()));
        StateMachine machine = new StateMachine(
                ports.ids().get(),
                account.stateMachine(request.name()),
                request.name(),
                request.type(),
                now,
                false,
                new Revision(null, content, now),
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                Tags.of(account.stateMachine(request.name()), request.tags()));
        return request.publish() ? machine.published(request.versionDescription(), now) : machine;
    }

    /** AWS: the role and the tags of a repeated request are ignored. */
    private static StateMachine repeated(StateMachine existing, CreateStateMachine request, Content content) {
        Content there = existing.revision().content();
        boolean isSame = existing.type().equals(request.type())
                && there.equals(new Content(
                        content.definition(),
                        there.roleArn(),
                        content.logging(),
                        content.tracing(),
                        content.encryption()))
                && isSamePublishing(existing, request);
        if (!isSame) {
            throw ApiError.of("StateMachineAlreadyExists", "State Machine Already Exists: '" + existing.arn() + "'");
        }
        return existing;
    }

    private static boolean isSamePublishing(StateMachine existing, CreateStateMachine request) {
        Optional<Version> version = existing.publishedAtCreation();
        return version.isPresent() == request.publish()
                && Objects.equals(version.map(Version::description).orElse(null), request.versionDescription());
    }

    UpdateStateMachine.Answer update(UpdateStateMachine request) {
        MachineArn arn = MachineArn.parse(request.stateMachineArn());
        if (request.definition() == null
                && request.roleArn() == null
                && request.loggingConfiguration() == null
                && request.tracingConfiguration() == null) {
            throw ApiError.of(
                    "MissingRequiredParameter",
                    "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
        }
        checkDescription(request.versionDescription(), request.publish());
        if (request.loggingConfiguration() != null) {
            request.loggingConfiguration().check(arn.machine());
        }
        if (request.encryptionConfiguration() != null) {
            request.encryptionConfiguration().check();
        }
        if (arn.qualifier() != null) {
            throw ApiError.stateMachineDoesNotExist(arn.text());
        }
        StateMachine known = machines.of(arn);
        @Nullable
        Definition definition = request.definition() == null
                ? null
                : definitions.accept(known.name(), request.definition(), known.type());
        Instant now = ports.now();
        StateMachine machine = machines.change(arn, there -> updated(there, request, definition, now));
        return new UpdateStateMachine.Answer(
                now,
                machine.revision().id(),
                request.publish()
                        ? machine.versionOf(machine.revision())
                                .map(machine::versionArn)
                                .orElseThrow()
                        : null);
    }

    private StateMachine updated(
            StateMachine machine, UpdateStateMachine request, @Nullable Definition definition, Instant now) {
        Content old = machine.revision().content();
        LoggingConfiguration logging =
                request.loggingConfiguration() == null ? old.logging() : request.loggingConfiguration();
        Content next = new Content(
                definitions.logged(definition == null ? old.definition() : definition, logging),
                request.roleArn() == null ? old.roleArn() : Arn.role(request.roleArn()),
                logging,
                request.tracingConfiguration() == null ? old.tracing() : request.tracingConfiguration(),
                request.encryptionConfiguration() == null ? old.encryption() : request.encryptionConfiguration());
        roles.check(machine.name(), next);
        StateMachine changed = next.equals(old)
                ? machine
                : machine.with(new Revision(ports.ids().get().toString(), next, now));
        return request.publish() && changed.versionOf(changed.revision()).isEmpty()
                ? changed.published(request.versionDescription(), now)
                : changed;
    }

    private static void checkDescription(@Nullable String description, boolean publish) {
        if (description != null && !publish) {
            throw ApiError.validation("Version description can only be set when publish is true");
        }
    }

    Nothing delete(DeleteStateMachine request) {
        MachineArn arn = MachineArn.parse(request.stateMachineArn());
        if (arn.qualifier() == null) {
            machines.find(arn.machine())
                    .ifPresent(machine -> machines.delete(arn.machine(), executions.isIdle(machine)));
        }
        return Nothing.ANSWER;
    }

    DescribeStateMachine.Answer describe(DescribeStateMachine request) {
        Target target = Target.of(MachineArn.parse(request.stateMachineArn()), machines, () -> 0);
        StateMachine machine = target.machine();
        Revision revision = target.revision();
        Optional<Version> version = target.version();
        Content content = revision.content();
        boolean isMetadata = request.includedData().leavesOut(content.encryption());
        Map<String, List<String>> references =
                isMetadata ? Map.of() : content.definition().variableReferences();
        return new DescribeStateMachine.Answer(
                version.map(machine::versionArn).orElse(machine.arn()),
                machine.name(),
                machine.status(),
                isMetadata ? NO_DEFINITION : content.definition().text(),
                content.roleArn(),
                machine.type(),
                version.map(Version::creationDate).orElse(machine.creationDate()),
                content.logging(),
                content.tracing(),
                revision.id(),
                version.map(Version::description).orElse(null),
                content.encryption(),
                references.isEmpty() ? null : references);
    }

    ListStateMachines.Answer list(ListStateMachines request) {
        Page.Query query = new Page.Query("ListStateMachines", request.maxResults(), request.nextToken());
        Page<StateMachine> page = Page.of(machines.all(), StateMachine::name, query, tokens);
        return new ListStateMachines.Answer(
                page.map(m -> new ListStateMachines.Item(m.arn(), m.name(), m.type(), m.creationDate())),
                page.nextToken());
    }
}
