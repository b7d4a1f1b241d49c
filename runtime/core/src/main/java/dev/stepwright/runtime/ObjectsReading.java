package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Command;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.items.ObjectNames.Contents;
import dev.stepwright.runtime.items.ObjectNames.Place;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the objects that hold the items of a Map, one after the other, and reports the items of all as one result. Nothing of it is stored: an
 * engine that has stopped reads again from the beginning.
 */
final class ObjectsReading {
    private final Command.ReadObjects command;
    private final TaskCompletion whole;
    private final BiConsumer<TaskRequest, TaskCompletion> runner;
    private final ArrayNode items = JsonNodeFactory.instance.arrayNode();

    /** What the first answer has named. */
    private @Nullable Contents contents;

    private int read;

    /**
     * @param whole what is told of the whole
     * @param runner hands one call over
     */
    ObjectsReading(Command.ReadObjects command, TaskCompletion whole, BiConsumer<TaskRequest, TaskCompletion> runner) {
        this.command = command;
        this.whole = whole;
        this.runner = runner;
    }

    void begin() {
        runner.accept(command.request(), new Answer(this::named));
    }

    /** An array stands for the items themselves: it comes from a stub. */
    private void named(JsonNode answer) {
        if (answer.isArray()) {
            whole.succeeded(answer);
            return;
        }
        contents = command.names().contents(command.request().input(), answer);
        goOn(contents);
    }

    /** Where a call answers before it returns, the next one is made here and not inside of it: there may be very many. */
    private void goOn(Contents all) {
        while (read < all.places().size()) {
            Place place = all.places().get(read++);
            Turn turn = new Turn();
            runner.accept(request(place), new Answer(answer -> {
                all.items(Unzipped.of(place.key(), answer)).forEach(items::add);
                if (turn.isOver()) {
                    goOn(all);
                }
            }));
            if (!turn.isOver()) {
                return;
            }
        }
        whole.succeeded(items);
    }

    /** Of a call's return and its answer, the later one goes on. */
    private static final class Turn {
        private final AtomicInteger seen = new AtomicInteger();

        boolean isOver() {
            return seen.incrementAndGet() == 2;
        }
    }

    private TaskRequest request(Place place) {
        TaskRequest first = command.request();
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters.put("Bucket", place.bucket()).put("Key", place.key());
        return new TaskRequest(
                first.executionArn(),
                first.taskId(),
                first.stateName(),
                TaskResource.parse(first.resource().text().replace("listObjectsV2", "getObject")),
                parameters,
                first.attempt(),
                null,
                first.deadline(),
                first.roleArn());
    }

    /** The answer to one call; the first counts. */
    private final class Answer implements TaskCompletion {
        private final Consumer<JsonNode> next;
        private final AtomicBoolean hasEnded = new AtomicBoolean();

        Answer(Consumer<JsonNode> next) {
            this.next = next;
        }

        @Override
        public void succeeded(JsonNode result) {
            if (hasEnded.getAndSet(true)) {
                return;
            }
            try {
                next.accept(result);
            } catch (EvaluationFailure e) {
                whole.failed(e.error(), e.detail());
            }
        }

        @Override
        public void failed(@Nullable String error, @Nullable String cause) {
            if (!hasEnded.getAndSet(true)) {
                whole.failed(error, cause);
            }
        }

        @Override
        public void started(@Nullable String worker) {
            // only the end of a call counts
        }

        @Override
        public void submitted(JsonNode response) {
            // only the end of a call counts
        }

        @Override
        public void heartbeat() {
            // only the end of a call counts
        }
    }
}
