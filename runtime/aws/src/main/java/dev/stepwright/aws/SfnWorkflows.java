package dev.stepwright.aws;

import dev.stepwright.runtime.WorkflowClient;
import dev.stepwright.runtime.WorkflowService;
import java.time.Duration;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The state machines of an AWS account, or of a server that answers as AWS does.
 *
 * <p>{@code new OrderWorkflow(SfnWorkflows.of(SfnClient.create(), "123456789012"))} starts executions there with the same records
 * as an engine of this process does. AWS tells nobody when an execution ends, so {@code outcome()} asks again and again.
 */
public final class SfnWorkflows implements WorkflowService {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final SfnClient client;
    private final UnaryOperator<String> arns;
    private final Duration poll;

    private SfnWorkflows(SfnClient client, UnaryOperator<String> arns, Duration poll) {
        this.client = client;
        this.arns = arns;
        this.poll = poll;
    }

    /**
     * Returns the machines of an account in the client's region.
     *
     * @param client which the caller closes
     * @param account 12 digits
     */
    public static SfnWorkflows of(SfnClient client, String account) {
        String region = client.serviceClientConfiguration().region().id();
        String partition = client.serviceClientConfiguration()
                .region()
                .metadata()
                .partition()
                .id();
        return of(client, name -> "arn:" + partition + ":states:" + region + ":" + account + ":stateMachine:" + name);
    }

    /**
     * Returns machines whose ARNs do not follow from their names, as deployments that make up names have them; a version or an
     * alias has an ARN too.
     *
     * @param client which the caller closes
     * @param arns gives the ARN for the name of a machine
     */
    public static SfnWorkflows of(SfnClient client, UnaryOperator<String> arns) {
        return new SfnWorkflows(client, arns, POLL);
    }

    /** Returns the same machines, asked in this interval whether an execution has ended; 1 second otherwise. */
    public SfnWorkflows pollEvery(Duration interval) {
        return new SfnWorkflows(client, arns, interval);
    }

    @Override
    public <I, O> WorkflowClient<I, O> client(String machineName, Class<I> input, Class<O> output) {
        return new SfnWorkflow<>(client, arns.apply(machineName), output, poll, null);
    }
}
