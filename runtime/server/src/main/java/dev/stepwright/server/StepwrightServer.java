package dev.stepwright.server;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.StoreProvider;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.server.access.Access;
import dev.stepwright.server.access.Caller;
import dev.stepwright.server.access.Users;
import dev.stepwright.server.control.Account;
import dev.stepwright.server.control.ControlPlane;
import dev.stepwright.server.control.Ports;
import dev.stepwright.server.http.AwsJsonEndpoint;
import dev.stepwright.server.http.HttpServer;
import dev.stepwright.server.http.HttpService;
import dev.stepwright.server.http.UndertowServer;
import dev.stepwright.server.page.GuardedPages;
import dev.stepwright.server.page.Pages;
import dev.stepwright.server.task.CallPlace;
import dev.stepwright.server.task.MockedTasks;
import dev.stepwright.server.task.ObjectTasks;
import dev.stepwright.server.task.OtherPartitionTasks;
import dev.stepwright.server.task.UnsentTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** A running server. */
public final class StepwrightServer implements AutoCloseable {
    private static final int SECRET_BYTES = 32;

    private final ServerConfig config;
    private final HttpServer http;
    private final CallPlace calls = new CallPlace();
    private final ElsewhereTasks elsewhere;
    private final @Nullable DurableStore data;
    private final ControlPlane plane;

    private StepwrightServer(ServerConfig config) throws IOException {
        this.config = config;
        this.http =
                new UndertowServer(config.tls() == null ? null : config.tls().context());
        MockedTasks mocks = mocks(config.mockConfig());
        List<TaskRunner> runners = new ArrayList<>(List.of(mocks, new OtherPartitionTasks()));
        if (config.objects() != null) {
            runners.add(new ObjectTasks(config.objects()));
        }
        this.elsewhere = elsewhere(config, calls.workplace());
        runners.addAll(elsewhere.runners());
        runners.add(new UnsentTokens());
        try {
            this.data = data(config);
            this.plane = plane(config, data, new ControlPlane.Work(runners, mocks));
        } catch (IOException | RuntimeException e) {
            elsewhere.close();
            calls.close();
            throw e;
        }
    }

    private static ControlPlane plane(ServerConfig config, @Nullable DurableStore data, ControlPlane.Work work) {
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new ControlPlane(
                engine(config, data == null ? new InMemoryStore(config.mostEnded()) : data),
                work,
                new ControlPlane.Settings(
                        config.account(),
                        secret,
                        config.pollTime(),
                        data == null ? null : data.documents(),
                        config.log(),
                        config.iteratesObjects(),
                        config.roles()),
                new Ports(InstantSource.system(), UUID::randomUUID, random::nextDouble));
    }

    private static ElsewhereTasks elsewhere(ServerConfig config, Workplace workplace) throws IOException {
        try {
            return new ElsewhereTasks(config, workplace);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static @Nullable DurableStore data(ServerConfig config) throws IOException {
        try {
            return config.data() == null ? null : StoreProvider.openDurable(config.data(), config.retention());
        } catch (IllegalStateException | IllegalArgumentException | UnreadableException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static EngineConfig.Builder engine(ServerConfig config, ExecutionStore store) {
        return EngineConfig.builder()
                .region(config.account().region())
                .account(config.account().id())
                .store(store)
                .admission(config.admission())
                .waitTimeScale(config.waitTimeScale());
    }

    private static MockedTasks mocks(@Nullable Path file) throws IOException {
        if (file == null) {
            return MockedTasks.none();
        }
        try {
            return MockedTasks.of(JsonDocument.read(file).root());
        } catch (NoSuchFileException e) {
            throw new IOException("there is no mock configuration " + file, e);
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            throw new IOException("the mock configuration " + file + " is wrong: " + e.getMessage(), e);
        }
    }

    /**
     * Starts a server; it takes calls when this returns.
     *
     * @throws UncheckedIOException if the address cannot be bound, or a file of the configuration cannot be used
     */
    public static StepwrightServer start(ServerConfig config) {
        StepwrightServer server;
        try {
            server = new StepwrightServer(config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            server.listen();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // how the stage ends is what is waited for
    private void listen() {
        http.start(config.address(), config.users() == null ? open() : guarded(config.users()));
        plane.lost().thenRun(http::close);
    }

    /** Takes calls of everybody. */
    private HttpService open() {
        HttpService api = new AwsJsonEndpoint(call -> plane.operations(), UUID::randomUUID);
        Pages pages = new Pages(
                api,
                plane.operations(),
                plane::history,
                plane::counts,
                InstantSource.system(),
                names(),
                new Pages.Visitor(null, endpointScheme()));
        return new Probes(pages, call -> Optional.empty(), plane::numbers, plane::load, data);
    }

    /** Takes calls of users. */
    private HttpService guarded(Users users) {
        Account account = config.account();
        Access access = new Access(
                users,
                account.region(),
                account::user,
                plane.operations(),
                plane.demands(),
                InstantSource.system(),
                new SessionTokens(new SecureRandom()));
        HttpService signed = new AwsJsonEndpoint(call -> access.signer(call).operations(), UUID::randomUUID);
        GuardedPages pages = new GuardedPages(signed, access, this::pages, names(), config.tls() != null);
        return new Probes(pages, new MetricsReaders(access)::refusal, plane::numbers, plane::load, data);
    }

    private Pages pages(Caller caller) {
        return new Pages(
                new AwsJsonEndpoint(call -> caller.operations(), UUID::randomUUID),
                caller.operations(),
                arn -> {
                    caller.check(
                            "GetExecutionHistory",
                            JsonNodeFactory.instance.objectNode().put("executionArn", arn));
                    return plane.history(arn);
                },
                arn -> {
                    caller.check(
                            "ListExecutions",
                            JsonNodeFactory.instance.objectNode().put("stateMachineArn", arn));
                    return plane.counts(arn);
                },
                InstantSource.system(),
                names(),
                new Pages.Visitor(caller.name(), endpointScheme()));
    }

    private String endpointScheme() {
        return config.tls() == null ? "http" : "https";
    }

    /** Makes tokens of 256 bits. */
    private record SessionTokens(SecureRandom random) implements Supplier<String> {
        @Override
        public String get() {
            byte[] token = new byte[SECRET_BYTES];
            random.nextBytes(token);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(config.names());
        names.add(config.address().getHostString());
        return names;
    }

    /**
     * Returns what completes when another server has taken over the data of both or they cannot be written any more, as
     * {@code docs/durability.md} tells; then this one takes no calls any more. Never completes otherwise.
     */
    public CompletionStage<StoreLostException> lost() {
        return plane.lost();
    }

    /** Returns where the server takes calls, with the real port. */
    public URI endpoint() {
        return URI.create((config.tls() == null ? "http://" : "https://")
                + config.address().getHostString() + ":" + http.port());
    }

    /** Stops listening and ends all threads; executions that run are lost, unless there is a data folder: then they go on with the next start. */
    @Override
    public void close() {
        http.close();
        plane.close();
        elsewhere.close();
        calls.close();
    }
}
