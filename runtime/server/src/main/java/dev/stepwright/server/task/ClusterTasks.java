package dev.stepwright.server.task;

import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.services.AwsEndpoints;
import dev.stepwright.services.http.EksTasks;
import java.util.Optional;

/** Tasks that call the API of a Kubernetes cluster, which itself tells where it is. */
public final class ClusterTasks {
    private ClusterTasks() {}

    /** Returns who does them; empty if EKS has no endpoint, since then clusters are not called either. */
    public static Optional<TaskRunner> at(AwsEndpoints endpoints, Workplace workplace) {
        return endpoints
                .of("eks")
                .map(endpoint -> EksTasks.create().signing(OwnCredentials.at(endpoint)))
                .map(tasks -> tasks.at(workplace));
    }
}
