package dev.stepwright.runtime.task;

import dev.stepwright.json.JsonText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A task that is done by one call, which blocks a thread of the workplace. */
@FunctionalInterface
public interface BlockingTask {
    /**
     * Does the task.
     *
     * @return its result, or what it has submitted if the task waits for its token
     * @throws TaskFailure if it fails
     * @throws InterruptedException if nobody waits for it any more
     */
    JsonNode answer() throws TaskFailure, InterruptedException;

    /**
     * Starts the call, and reports what becomes of it.
     *
     * @return what interrupts it
     */
    default Runnable start(Workplace workplace, TaskRequest request, TaskCompletion completion) {
        return workplace.start(() -> {
            Logger log = LoggerFactory.getLogger(BlockingTask.class);
            try {
                JsonNode answer = answer();
                if (request.resource().pattern() == TaskResource.Completion.CALLBACK) {
                    completion.submitted(answer);
                } else {
                    completion.succeeded(answer);
                }
            } catch (TaskFailure failure) {
                log.debug(
                        "{}: the call of task {} failed",
                        request.executionArn(),
                        JsonText.quote(request.stateName()),
                        failure);
                completion.failed(failure.error(), failure.causeText());
            } catch (InterruptedException e) {
                log.debug(
                        "{}: the result of the call of task {} is no longer awaited",
                        request.executionArn(),
                        JsonText.quote(request.stateName()));
            } catch (Throwable thrown) { // nobody would hear of it elsewhere, and the task would never end
                log.error(
                        "{}: the call of task {} failed",
                        request.executionArn(),
                        JsonText.quote(request.stateName()),
                        thrown);
                completion.failed("States.Runtime", thrown.toString());
            }
        });
    }
}
