package dev.stepwright.aws;

import dev.stepwright.runtime.WorkflowClient;
import dev.stepwright.runtime.WorkflowService;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The state machines of an AWS account, or of a server that answers as AWS does.
 *
 * <p>{@code new OrderWorkflow(SfnWorkflows.of(SfnClient.create(), "123456789012"))} starts executions there with the same records
 * as an engine of this process does. AWS tells nobody when an execution ends, so {@code outcome()} asks again and again.
 *
 * <p>What goes wrong on the way is thrown as the client throws it: an {@code SdkClientException} if nobody answers or there are no credentials,
 * a {@code StateMachineDoesNotExistException} if the account has no such machine in that region, else another {@code SfnException}. Where an
 * outcome is waited for, that is the cause of the {@code IllegalStateException}.
 */
public final class SfnWorkflows implements WorkflowService {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final SfnClient client;
    private final Function<String, @Nullable String> arns;
    private final Duration poll;
    private final boolean isExpress;

    private SfnWorkflows(SfnClient client, Function<String, @Nullable String> arns, Duration poll, boolean isExpress) {
        this.client = client;
        this.arns = arns;
        this.poll = poll;
        this.isExpress = isExpress;
    }

    /**
     * Returns the machines of an account in the client's region.
     *
     * @param client which the caller closes
     * @param account 12 digits
     * @throws IllegalArgumentException if the account is anything else
     */
    public static SfnWorkflows of(SfnClient client, String account) {
        if (!account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("an account has 12 digits, but was \"" + account + "\"");
        }
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
     * @param arns gives the ARN for the name of a machine; null for one that it does not know, which is then refused
     */
    public static SfnWorkflows of(SfnClient client, Function<String, @Nullable String> arns) {
        return new SfnWorkflows(client, arns, POLL, false);
    }

    /** Returns the same machines, asked in this interval whether an execution has ended; 1 second otherwise. */
    public SfnWorkflows pollEvery(Duration interval) {
        return new SfnWorkflows(client, arns, interval, isExpress);
    }

    /**
     * Returns the same machines as Express ones. {@code start} is the call {@code StartSyncExecution}, and returns when the execution has ended, at
     * most five minutes later: the HTTP client must be ready to wait as long for an answer. If none comes, it is not called again, however the client
     * retries: the execution may have started. A name may be used again, and no execution is found by its name or ARN.
     */
    public SfnWorkflows express() {
        return new SfnWorkflows(client, arns, poll, true);
    }

    /**
     * Returns a client for a machine. AWS is not asked before the first execution starts.
     *
     * @throws IllegalArgumentException if no ARN is known for the name
     */
    @Override
    public <I, O> WorkflowClient<I, O> client(String machineName, Class<I> input, Class<O> output) {
        String arn = arns.apply(machineName);
        if (arn == null) {
            throw new IllegalArgumentException("no ARN is known for the machine \"" + machineName + "\"");
        }
        SfnPayloads<O> payloads = new SfnPayloads<>(arn, output, null);
        return isExpress ? new SfnExpressWorkflow<>(client, payloads) : new SfnWorkflow<>(client, payloads, poll);
    }
}
