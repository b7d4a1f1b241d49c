package dev.stepwright.services.http;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The APIs of clusters, called as whoever a task is done as. */
record ClusterApi(ClusterClients clients, Signers signers, HttpLimits limits) {
    private static final String ERRORS = "EKS.";

    /** Returns the same with another limit of what an answer may have. */
    ClusterApi upTo(int bytes) {
        return new ClusterApi(clients, signers, new HttpLimits(limits.time(), bytes));
    }

    /**
     * Calls a cluster. Blocks.
     *
     * @return Headers, ResponseBody, StatusCode and StatusText
     * @throws TaskFailure {@code EKS.403} and the like if the cluster refuses; the cause tells its answer
     */
    ObjectNode answer(ClusterCall call, TaskRequest task) throws TaskFailure, InterruptedException {
        Exchange exchange = new Exchange(clients.of(call.cluster()), limits, ERRORS + "SdkClientException");
        HttpResponse<byte[]> response = exchange.send(call.message(token(call.cluster(), task)));
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            throw new TaskFailure(ERRORS + status, JsonText.compact(refusal(response)));
        }
        return new HttpResult("eks", ERRORS, limits.bytes()).of(response);
    }

    /** What is on this machine, such as a proxy to a cluster, may be called without a signature. */
    private @Nullable String token(Cluster cluster, TaskRequest task) throws TaskFailure {
        if (!signers.areKnown()
                && HttpTaskRunner.isHere(URI.create(cluster.endpoint()).getHost())) {
            return null;
        }
        String region = cluster.region(HttpTaskRunner.region(task.executionArn()));
        return ClusterToken.of(cluster.name(), region, signers.of(task.roleArn()));
    }

    private static ObjectNode refusal(HttpResponse<byte[]> response) {
        ObjectNode refusal = JsonNodeFactory.instance.objectNode();
        String body = AnswerText.of(response).text(response.body()).orElse("");
        refusal.set("ResponseBody", HttpResult.json(body));
        return refusal.put("StatusCode", response.statusCode()).put("StatusText", StatusText.of(response.statusCode()));
    }
}
