package dev.stepwright.validation.machine;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How long an execution that runs a state may take.
 *
 * @param reason why, as the begin of a sentence
 */
public record RunLimit(long seconds, String reason) {
    private static final long YEAR = 31_536_000;
    private static final long EXPRESS = 300;

    public static RunLimit of(Machine machine, Part part) {
        RunLimit limit = machine.isExpress() || isExpressItem(part)
                ? new RunLimit(EXPRESS, "an Express workflow ends after 300 seconds")
                : new RunLimit(YEAR, "an execution ends after a year");
        JsonNode timeout = machine.document().root().path("TimeoutSeconds");
        return timeout.isIntegralNumber() && timeout.canConvertToLong() && timeout.longValue() < limit.seconds
                ? new RunLimit(
                        timeout.longValue(),
                        "an execution ends after the machine's TimeoutSeconds (" + timeout.longValue() + ")")
                : limit;
    }

    /** Returns whether nothing but the year that every execution has bounds it. */
    public boolean isOfEveryExecution() {
        return seconds == YEAR;
    }

    /** Returns whether a part belongs to the items of a distributed Map that run as Express executions. */
    public static boolean isExpressItem(Part part) {
        for (@Nullable Part outer = part; outer != null; outer = outer.owner()) {
            if (outer.kind() == Kind.ITEM_PROCESSOR
                    && outer.value("ProcessorConfig").path("Mode").asString("").equals("DISTRIBUTED")
                    && outer.value("ProcessorConfig")
                            .path("ExecutionType")
                            .asString("")
                            .equals("EXPRESS")) {
                return true;
            }
        }
        return false;
    }
}
