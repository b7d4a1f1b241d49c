package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task that somebody outside has to answer may wait for a year, unless the whole execution ends before. */
final class NoTimeout extends Rule {
    private static final List<String> LIMITS =
            List.of("TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath");

    NoTimeout() {
        super("ASL-TSK-009", Severity.HINT, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.resource()
                .filter(resource -> resource.isCallback() || resource.type() == TaskResource.Type.ACTIVITY)
                .filter(resource -> LIMITS.stream().noneMatch(part::has) && !isExecutionLimited(part))
                .ifPresent(resource -> findings.add(at(
                        part.at("Resource"),
                        "without an answer this task waits for a year; add TimeoutSeconds or HeartbeatSeconds")));
    }

    private static boolean isExecutionLimited(Part task) {
        for (@Nullable Part part = task; part != null; part = part.owner()) {
            if (part.kind() == Kind.MACHINE && part.has("TimeoutSeconds")) {
                return true;
            }
        }
        return false;
    }
}
