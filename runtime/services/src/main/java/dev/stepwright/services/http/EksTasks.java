package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Tasks that call the API of a Kubernetes cluster ({@code arn:aws:states:::eks:call}) or run a job there ({@code eks:runJob},
 * {@code eks:runJob.sync}):
 *
 * <pre>{@code
 * EngineConfig.builder().runner(EksTasks.create().signing(role -> DefaultCredentialsProvider.create()))
 * }</pre>
 *
 * <p>The cluster is where the {@code Endpoint} of the task says, over https, or over http on this machine, such as {@code kubectl proxy}. Over
 * https only the {@code CertificateAuthority} of the task is trusted.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html">AWS: EKS</a>
 */
public final class EksTasks implements TaskRunner.Maker {
    private final ClusterClients clients;
    private final @Nullable Function<Optional<String>, ? extends AwsCredentialsProvider> credentials;

    private EksTasks(
            ClusterClients clients,
            @Nullable Function<Optional<String>, ? extends AwsCredentialsProvider> credentials) {
        this.clients = clients;
        this.credentials = credentials;
    }

    /** Returns tasks without credentials: they call clusters on this machine only, and all others fail. */
    public static EksTasks create() {
        return new EksTasks(new ClusterClients(), null);
    }

    /**
     * Returns these tasks with tokens as EKS takes them, which tell the cluster who calls.
     *
     * @param value the credentials of the role that the state's {@code Credentials} name, or else of whoever runs the machine; asked for each call
     */
    public EksTasks signing(Function<Optional<String>, ? extends AwsCredentialsProvider> value) {
        return new EksTasks(clients, value);
    }

    @Override
    public TaskRunner at(Workplace workplace) {
        Signers signers = new Signers(credentials, "The call of the cluster", "EksTasks.signing");
        return new EksRunner(new ClusterApi(clients, signers, HttpLimits.AWS), workplace);
    }
}
