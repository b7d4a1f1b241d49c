package dev.stepwright.testkit;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.MapRun;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.store.ExecutionSummary;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that an engine tells of its executions, a line for each event. */
final class ToldExecutions {
    private static final int MOST = 1_000;
    private static final int SHOWN = 100;
    private static final Pattern NOT_TRUNCATED = Pattern.compile(",\"\\w+Details\":\\{\"truncated\":false}");

    private final Engine engine;
    private final StringBuilder text = new StringBuilder();

    ToldExecutions(Engine engine) {
        this.engine = engine;
    }

    String of(Collection<Workflow<JsonNode, JsonNode>> machines) {
        for (Workflow<JsonNode, JsonNode> machine : machines) {
            for (ExecutionSummary summary : machine.executions(null, MOST)) {
                String arn = summary.identity().arn();
                description(engine.describe(arn).orElseThrow());
                events(AwsHistory.of(engine.history(arn, 0, Integer.MAX_VALUE)));
                engine.mapRuns().of(arn).forEach(this::mapRun);
            }
        }
        return text.toString();
    }

    private void description(ExecutionDescription execution) {
        ExecutionIdentity identity = execution.identity();
        line("# " + identity.machineName() + " " + identity.name() + " " + execution.status());
        line(identity.arn() + " from " + identity.startTime() + " to " + execution.stopTime());
        told("role", identity.roleArn());
        told("version", identity.versionArn());
        told("alias", identity.aliasArn());
        line("input " + JsonText.compact(execution.input()));
        told("input as it was written", execution.inputText());
        told("note", execution.note());
        outcome(execution.output(), execution.error(), execution.cause());
        told("redriven", execution.redriveTime());
    }

    private void outcome(@Nullable JsonNode output, @Nullable String error, @Nullable String cause) {
        told("output", output == null ? null : JsonText.compact(output));
        told("error", error);
        told("cause", cause);
    }

    private void told(String what, @Nullable Object value) {
        if (value != null) {
            line(what + " " + value);
        }
    }

    /** The middle of a long history is told by its hash alone. */
    private void events(List<HistoryEvent> events) {
        List<String> lines = events.stream().map(ToldExecutions::text).toList();
        if (lines.size() <= 2 * SHOWN) {
            lines.forEach(this::line);
            return;
        }
        List<String> middle = lines.subList(SHOWN, lines.size() - SHOWN);
        lines.subList(0, SHOWN).forEach(this::line);
        line("... " + middle.size() + " events, hash "
                + String.join("\n", middle).hashCode());
        lines.subList(lines.size() - SHOWN, lines.size()).forEach(this::line);
    }

    private static String text(HistoryEvent event) {
        String details = JsonText.compact(event.details());
        return event.id() + " " + event.previousEventId() + " " + event.timestamp() + " " + event.type() + " "
                + NOT_TRUNCATED.matcher(details).replaceAll("");
    }

    private void mapRun(MapRun run) {
        line("## " + run.arn() + " " + run.status() + " from " + run.startTime() + " to " + run.stopTime());
        line("tolerates " + run.toleratedCount() + " or " + run.toleratedPercentage() + " %, " + run.maxConcurrency()
                + " at a time");
        line("items " + counts(run.items()) + "; executions " + counts(run.executions()));
        for (MapRunExecution child : engine.mapRuns().executions(run.arn())) {
            line("### " + child.identity().name() + " " + child.status() + " at " + child.stopTime());
            outcome(child.output(), child.error(), child.cause());
            events(AwsHistory.of(engine.mapRuns().history(child.identity().arn())));
        }
    }

    private static String counts(MapRun.Counts counts) {
        return counts.total() + ": " + counts.succeeded() + " succeeded, " + counts.failed() + " failed, "
                + counts.aborted() + " aborted";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
