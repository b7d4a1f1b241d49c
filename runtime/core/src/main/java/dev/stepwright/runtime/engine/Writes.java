package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.items.ResultFiles;
import dev.stepwright.runtime.items.ResultFiles.Kind;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.WriterPlan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writing the results of a distributed Map, while its executions run and when they have ended, in success and in failure.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">AWS: ResultWriter</a>
 */
final class Writes {
    private static final String FAILED = "States.ResultWriterFailed";

    private final Activation activation;

    Writes(Activation activation) {
        this.activation = activation;
    }

    /** Returns the files of a Map that begins; null if its results are not written. */
    static @Nullable ResultFiles files(MapStep step, Frame frame, Bindings bindings) {
        WriterPlan writer = step.terms().writer();
        if (writer == null || writer.destination() == null) {
            return null;
        }
        JsonNode parameters = writer.destination().parameters().evaluate(bindings);
        String prefix = parameters.path("Prefix").asString("");
        String run = MapRunNames.id(frame.mapRunArn());
        String folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix + run : prefix + "/" + run;
        return new ResultFiles(
                parameters.path("Bucket").asString(""), folder, writer.format().asLines());
    }

    /** Writes what there is to write, unless that is being done, and ends the Map with the last of it. */
    void goOn(Group group) {
        ResultFiles files = Objects.requireNonNull(group.files, "a Map that writes has files");
        if (group.owner.call != null) {
            return;
        }
        ResultFiles.File file = files.full();
        if (file == null && group.hasEnded()) {
            if (files.isComplete()) {
                end(group, files);
                return;
            }
            addPending(group, files);
            file = files.last(group.owner.mapRunArn());
        }
        if (file != null) {
            put(group, files, file);
        }
    }

    private void put(Group group, ResultFiles files, ResultFiles.File file) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters.put("Bucket", files.bucket()).put("Key", file.key()).put("Body", file.text());
        put(group, parameters);
    }

    private void put(Group group, JsonNode parameters) {
        MapStep step = (MapStep) group.owner.step;
        group.writing = parameters;
        activation.calls.begin(group.owner, destination(step).resource(), parameters, 0);
    }

    /** What could not be written is written again. */
    void restart(Group group) {
        if (group.writing != null) {
            put(group, group.writing);
        }
    }

    void written(Group group) {
        group.writing = null;
        goOn(group);
    }

    static WriterPlan.Destination destination(MapStep step) {
        WriterPlan writer = Objects.requireNonNull(step.terms().writer(), "a Map that writes has a writer");
        return Objects.requireNonNull(writer.destination(), "a Map that writes knows where to");
    }

    /** Where a Map has failed, those that have not begun are told about too: as many as make a file. */
    private void addPending(Group group, ResultFiles files) {
        String machineArn = Starts.machineArn(group.owner);
        while (group.hasFailed && group.started + group.told < group.size() && !files.isFull()) {
            files.add(Kind.PENDING, ChildReport.pending(input(group, group.started + group.told++), machineArn));
        }
    }

    private JsonNode input(Group group, int index) {
        JsonNode kept = group.children.takeInput(index);
        try {
            return kept == null ? group.children.makeInput(index, activation) : kept;
        } catch (EvaluationFailure e) {
            return JsonNodeFactory.instance.nullNode(); // by chance, since it could be made when the Map began
        }
    }

    private void end(Group group, ResultFiles files) {
        if (group.hasFailed) {
            activation.groups.fail(group, Groups.TOO_MANY_FAILED);
            return;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("MapRunArn", group.owner.mapRunArn());
        result.putObject("ResultWriterDetails").put("Bucket", files.bucket()).put("Key", files.manifestKey());
        activation.groups.complete(group, result);
    }

    void failed(Group group, @Nullable String cause) {
        activation.groups.fail(group, ExecutionError.of(FAILED, cause));
    }
}
