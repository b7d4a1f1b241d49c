package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a distributed Map has done for its items and results. A Map has one call open at most: first it reads, then it writes. */
final class Calls {
    private final Activation activation;

    Calls(Activation activation) {
        this.activation = activation;
    }

    /** @param mostItems how many items are to be read; 0 for all */
    void begin(Frame frame, TaskResource resource, JsonNode parameters, long mostItems) {
        long id = ++activation.state.lastTask;
        OpenCall call =
                new OpenCall(frame, request(activation.state.identity, id, frame, resource, parameters), mostItems);
        activation.state.calls.put(id, call);
        frame.call = call;
        activation.command(call.outstanding());
    }

    static TaskRequest request(
            ExecutionIdentity identity, long id, Frame frame, TaskResource resource, JsonNode parameters) {
        return new TaskRequest(
                identity.arn(),
                identity.roleArn(),
                id,
                frame.step.name(),
                resource,
                parameters,
                frame.retryCount + 1,
                null,
                null,
                null);
    }

    void succeeded(OpenCall call, JsonNode answer) {
        drop(call);
        Frame frame = call.frame();
        if (frame.children == null) {
            activation.reads.succeeded(call, answer);
        } else {
            activation.writes.written(frame.children);
        }
    }

    void failed(OpenCall call, @Nullable String cause) {
        drop(call);
        Frame frame = call.frame();
        if (frame.children == null) {
            activation.reads.failed(frame, cause);
        } else {
            activation.writes.failed(frame.children, cause);
        }
    }

    void cancel(OpenCall call) {
        activation.command(new Command.CancelTask(call.id()));
        drop(call);
    }

    private void drop(OpenCall call) {
        activation.state.calls.remove(call.id());
        call.frame().call = null;
    }
}
