package dev.stepwright.server.control;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.InvalidDefinitionException;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.log.ExecutionLog;
import dev.stepwright.runtime.log.ExecutionLogging;
import dev.stepwright.runtime.log.LogLevel;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.LoggingConfiguration;
import dev.stepwright.server.api.ValidateStateMachineDefinition;
import dev.stepwright.validation.ServiceDiagnostic;
import dev.stepwright.validation.ServiceValidator;
import dev.stepwright.validation.WorkflowType;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Decides which definitions are accepted, and makes them ready. */
final class Definitions {
    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

    private final Engine engine;
    private final ExecutionLog log;

    /** @param log where executions are logged whose machine asks for it */
    Definitions(Engine engine, ExecutionLog log) {
        this.engine = engine;
        this.log = log;
    }

    /**
     * Returns the definition that a text is.
     *
     * @param name that of its machine
     * @param type {@code STANDARD} or {@code EXPRESS}
     * @throws ApiError {@code InvalidDefinition} with all findings
     */
    Definition accept(String name, String text, String type) {
        List<ServiceDiagnostic> refusals = ServiceValidator.refusals(text, WorkflowType.valueOf(type));
        if (!refusals.isEmpty()) {
            throw ApiError.invalidDefinition(
                    refusals.stream().map(Definitions::text).collect(Collectors.joining(", ")));
        }
        StateMachineDefinition definition =
                AslDocument.parse("definition", text).definition();
        try {
            return Definition.of(text, register(name, definition, type));
        } catch (InvalidDefinitionException e) {
            throw ApiError.invalidDefinition(findings(e));
        }
    }

    private static String findings(InvalidDefinitionException reason) {
        return reason.problems().stream()
                .map(problem -> "SCHEMA_VALIDATION_FAILED: " + problem.message() + " at " + problem.pointer())
                .collect(Collectors.joining(", "));
    }

    /** Returns a definition that was accepted by an earlier server. One that this server cannot run is there as well, but cannot be started. */
    Definition restore(String name, String text, String type) {
        StateMachineDefinition definition =
                AslDocument.parse("definition", text).definition();
        try {
            return Definition.of(text, register(name, definition, type));
        } catch (InvalidDefinitionException e) {
            LOG.error("the definition of {}, accepted by an earlier version, cannot be run by this one", name, e);
            return Definition.refused(text, definition, findings(e));
        }
    }

    private Workflow<JsonNode, JsonNode> register(String name, StateMachineDefinition definition, String type) {
        return type.equals("EXPRESS")
                ? engine.registerExpress(name, definition, JsonNode.class, JsonNode.class, TaskHandlers.none())
                : engine.register(name, definition, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    /** Returns a definition whose executions are logged as a machine says. */
    Definition logged(Definition definition, LoggingConfiguration logging) {
        ExecutionLogging logs =
                new ExecutionLogging(log, LogLevel.valueOf(logging.level()), logging.includeExecutionData());
        return definition.with(workflow -> workflow.logged(logs));
    }

    /** AWS: a finding without a place is at null. */
    private static String text(ServiceDiagnostic finding) {
        return finding.code() + ": " + finding.message() + " at " + finding.location();
    }

    ValidateStateMachineDefinition.Answer validate(ValidateStateMachineDefinition request) {
        List<ServiceDiagnostic> all =
                ServiceValidator.validate(request.definition(), WorkflowType.valueOf(request.type()));
        boolean isValid = all.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        List<ServiceDiagnostic> wanted = all.stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        || request.severity().equals("WARNING"))
                .toList();
        return new ValidateStateMachineDefinition.Answer(
                isValid ? "OK" : "FAIL",
                wanted.stream()
                        .limit(request.maxResults())
                        .map(finding -> new ValidateStateMachineDefinition.Diagnostic(
                                finding.severity().name(), finding.code(), finding.message(), finding.location()))
                        .toList(),
                wanted.size() > request.maxResults());
    }
}
