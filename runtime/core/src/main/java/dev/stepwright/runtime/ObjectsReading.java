package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Command;
import dev.stepwright.runtime.items.ObjectItems;
import dev.stepwright.runtime.items.ObjectNames;
import dev.stepwright.runtime.items.ObjectNames.Contents;
import dev.stepwright.runtime.items.ObjectNames.Place;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the objects that hold the items of a Map, one after the other until there are as many as are wanted, and reports the items of all as one
 * result. Nothing of it is stored: an engine that has stopped reads again from the beginning.
 */
final class ObjectsReading {
    private final Command.ReadObjects command;
    private final TaskCompletion whole;
    private final BiConsumer<TaskRequest, TaskCompletion> runner;
    private final ObjectItems items = new ObjectItems();

    /** What the first answer has named. */
    private @Nullable Contents contents;

    /** What the open call reads of these; null while they are not known. */
    private @Nullable Place place;

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
        call(command.request());
    }

    /** Where a call answers before it returns, the next one is made here and not inside of it: there may be very many. */
    private void call(@Nullable TaskRequest first) {
        TaskRequest request = first;
        while (request != null) {
            Turn turn = new Turn();
            runner.accept(request, new OneReading(whole, answer -> {
                take(answer);
                if (turn.comesLast()) {
                    call(next());
                }
            }));
            if (!turn.comesLast()) {
                return;
            }
            request = next();
        }
        whole.succeeded(items.result());
    }

    private @Nullable TaskRequest next() {
        boolean isEnough = command.mostItems() > 0 && items.count() >= command.mostItems();
        if (contents == null || isEnough || read == contents.places().size()) {
            return null;
        }
        place = contents.places().get(read++);
        return request(place);
    }

    private void take(JsonNode answer) {
        if (place != null && contents != null) {
            long left = command.mostItems() == 0 ? 0 : command.mostItems() - items.count();
            items.add(place.uri(), contents.format().items(Unpacked.of(place.key(), answer), left));
        } else if (answer.isArray()) {
            items.add(
                    ObjectNames.source(command.request().input()),
                    answer); // the items themselves: they come from a stub
        } else {
            contents = command.names().contents(command.request().input(), answer);
        }
    }

    /** Of the return of a call and its answer the one that comes last goes on. */
    private static final class Turn {
        private final AtomicInteger seen = new AtomicInteger();

        boolean comesLast() {
            return seen.incrementAndGet() == 2;
        }
    }

    private TaskRequest request(Place place) {
        TaskRequest first = command.request();
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters.put("Bucket", place.bucket()).put("Key", place.key());
        return new TaskRequest(
                first.executionArn(),
                first.executionRoleArn(),
                first.taskId(),
                first.stateName(),
                TaskResource.parse(first.resource().text().replace("listObjectsV2", "getObject")),
                parameters,
                first.attempt(),
                null,
                first.deadline(),
                first.roleArn());
    }
}
