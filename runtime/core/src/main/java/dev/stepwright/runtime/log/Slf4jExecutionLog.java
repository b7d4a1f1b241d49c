package dev.stepwright.runtime.log;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.history.HistoryEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes each event as one line of JSON to the logger {@value #LOGGER}, at level INFO whatever the event: the level of a machine has chosen
 * already. The members are those of AWS in CloudWatch Logs; as there, numbers outside {@code details} are texts:
 *
 * <pre>{@code
 * {"id":"1","type":"ExecutionStarted","details":{"input":"{}",...},"previous_event_id":"0","event_timestamp":"1700000000000",
 *  "execution_arn":"arn:aws:states:...","redrive_count":"0"}
 * }</pre>
 */
public final class Slf4jExecutionLog implements ExecutionLog {
    /** The name of the logger. */
    public static final String LOGGER = "stepwright.executions";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    @Override
    public void on(String executionArn, int redriveCount, HistoryEvent event) {
        if (LOG.isInfoEnabled()) {
            LOG.info("{}", line(executionArn, redriveCount, event));
        }
    }

    /** Returns the line that an event becomes, without a line break. */
    static String line(String executionArn, int redriveCount, HistoryEvent event) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", String.valueOf(event.id()));
        line.put("type", event.type());
        line.set("details", event.details());
        line.put("previous_event_id", String.valueOf(event.previousEventId()));
        line.put("event_timestamp", String.valueOf(event.timestamp().toEpochMilli()));
        line.put("execution_arn", executionArn);
        line.put("redrive_count", String.valueOf(redriveCount));
        return JsonText.compact(line);
    }
}
