package dev.stepwright.runtime;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** What the items of Maps under test are worked on with: a service that fails for some of them, and S3. */
final class ItemServices {
    /** For which items the service is down; for {@code read}, reading. */
    final Set<String> down = ConcurrentHashMap.newKeySet();

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final List<String> written = Collections.synchronizedList(new ArrayList<>());

    TaskHandlers handlers() {
        return TaskHandlers.builder()
                .resource("service", (input, task) -> call(input.asString()))
                .resource("arn:aws:states:::s3:getObject", (input, task) -> {
                    call("read");
                    return Definitions.json("{'Body':'[\\u0022a\\u0022,\\u0022b\\u0022]'}");
                })
                .resource("arn:aws:states:::s3:putObject", (input, task) -> {
                    written.add(input.path("Key").asString().replaceAll(".*/", "") + " "
                            + input.path("Body").asString());
                    return Definitions.json("{}");
                })
                .build();
    }

    private JsonNode call(String item) throws TaskFailure {
        calls.add(item);
        if (down.contains(item)) {
            throw new TaskFailure("Down", item + " is down");
        }
        return Definitions.json("'done " + item + "'");
    }
}
