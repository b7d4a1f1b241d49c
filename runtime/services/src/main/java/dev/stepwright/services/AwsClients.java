package dev.stepwright.services;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.regions.Region;

/** Clients for the services whose jars of the AWS SDK are on the class path, each at its endpoint. */
public final class AwsClients implements AutoCloseable {
    private static final String STS = "sts";
    private static final Pattern ROLE = Pattern.compile("arn:[^:]*:iam::(\\d+):role/.+");

    private final List<SdkClient> clients;
    private final boolean isAtAws;

    private AwsClients(List<SdkClient> clients, boolean isAtAws) {
        this.clients = List.copyOf(clients);
        this.isAtAws = isAtAws;
    }

    /**
     * Makes the clients. Their credentials are those of the SDK's default chain; where an endpoint is none of AWS, any will do: those of
     * the environment, or else some made up.
     *
     * @param besides services that no client is made for, since somebody else does them
     * @throws IllegalArgumentException if no client can be made for a service that has an endpoint of its own
     */
    public static AwsClients at(AwsEndpoints endpoints, String region, Set<String> besides) {
        SortedMap<String, String> known = SdkOnClassPath.clients(AwsClients.class.getClassLoader());
        known.keySet().removeAll(besides);
        TreeSet<String> missing = new TreeSet<>(endpoints.byService().keySet());
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("there is an endpoint of " + missing
                    + ", but there are clients only for " + known.keySet()
                    + "; for others add their jars of the AWS SDK to the class path");
        }
        List<SdkClient> clients = new ArrayList<>();
        known.forEach((service, type) ->
                endpoints.of(service).ifPresent(endpoint -> clients.add(client(type, endpoint, region))));
        boolean isAtAws = known.keySet().stream()
                .anyMatch(service ->
                        endpoints.of(service).filter(AwsEndpoints::isOfAws).isPresent());
        return new AwsClients(clients, isAtAws);
    }

    private static SdkClient client(String type, URI endpoint, String region) {
        try {
            Method making = Class.forName(type).getMethod("builder");
            AwsClientBuilder<?, ?> builder = (AwsClientBuilder<?, ?>) making.invoke(null);
            builder.endpointOverride(endpoint).region(Region.of(region)).credentialsProvider(credentials(endpoint));
            if (!AwsEndpoints.isOfAws(endpoint)) {
                leaveHost(builder, making.getReturnType());
            }
            return (SdkClient) builder.build();
        } catch (ReflectiveOperationException e) {
            Throwable reason = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new IllegalStateException("no client can be made by " + type + ": " + reason, reason);
        }
    }

    /** Returns whose credentials sign calls of an endpoint: those of the SDK's default chain, or where it is none of AWS, any. */
    public static AwsCredentialsProvider credentials(URI endpoint) {
        return AwsEndpoints.isOfAws(endpoint)
                ? DefaultCredentialsProvider.builder().build()
                : any();
    }

    /** No name service knows what the SDK would put before the host: a bucket's name, for example. */
    private static void leaveHost(AwsClientBuilder<?, ?> builder, Class<?> type) throws ReflectiveOperationException {
        builder.overrideConfiguration(
                config -> config.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true));
        for (Method setting : type.getMethods()) {
            if (setting.getName().equals("forcePathStyle")) {
                setting.invoke(builder, true);
            }
        }
    }

    /** Asks neither for a container's nor for an instance's credentials, which would take seconds where there are none. */
    private static AwsCredentialsProvider any() {
        return AwsCredentialsProviderChain.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                ProfileCredentialsProvider.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("stepwright", "stepwright")));
    }

    /**
     * Returns the services of these clients. Roles are assumed where there is a client of STS. Without it, and where no endpoint is one of AWS, the
     * credentials of a role are made up: their access key is the role's account, by which LocalStack and DynamoDB Local know whose call it is.
     *
     * @param account whose roles have the credentials of the clients then
     */
    public AwsServices services(String account) {
        return AwsServices.of(clients).assuming(assuming(account));
    }

    private Function<String, AwsCredentialsProvider> assuming(String account) {
        return clients.stream()
                .map(ServiceClient::of)
                .filter(client -> client.name().equals(STS))
                .findFirst()
                .<Function<String, AwsCredentialsProvider>>map(sts -> role -> new AssumedRole(sts, role))
                .orElse(role -> madeUp(role, account));
    }

    private AwsCredentialsProvider madeUp(String role, String account) {
        if (isAtAws) {
            throw new IllegalArgumentException(
                    "there is no client of STS; add the jar \"sts\" of the AWS SDK to the class path, and an endpoint for it");
        }
        Matcher arn = ROLE.matcher(role);
        if (!arn.matches()) {
            throw new IllegalArgumentException("this is not the ARN of a role");
        }
        return arn.group(1).equals(account)
                ? any()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(arn.group(1), "stepwright"));
    }

    @Override
    public void close() {
        clients.forEach(SdkClient::close);
    }
}
