package dev.stepwright.server.cli;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.server.ServerConfig;
import dev.stepwright.server.StepwrightServer;
import dev.stepwright.server.control.Account;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stepwright serve}. */
@Command(
        name = "serve",
        description = "Serves the AWS Step Functions API until it is stopped (SIGTERM, Ctrl-C).",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        showDefaultValues = true)
final class ServeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Without --users whoever can reach the address may do everything.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8083",
            description = "The port to listen on; 0 for any free port.")
    private int port;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description =
                    "A host name by which browsers may call this server, besides localhost and IP addresses; repeatable.")
    private List<String> names = List.of();

    @Option(names = "--account", paramLabel = "ID", defaultValue = "123456789012", description = "The account in ARNs.")
    private String account = "";

    @Option(names = "--region", paramLabel = "NAME", defaultValue = "us-east-1", description = "The region in ARNs.")
    private String region = "";

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Option(
            names = "--wait-time-scale",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "The factor by which the times of Wait states are multiplied.")
    private double waitTimeScale;

    @Option(
            names = "--mock-config",
            paramLabel = "FILE",
            defaultValue = "${env:SFN_MOCK_CONFIG}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description =
                    "Mock configuration of Step Functions Local: start executions with <machine ARN>#<test case>. "
                            + "Default: the environment variable SFN_MOCK_CONFIG.")
    private @Nullable Path mockConfig;

    @Option(
            names = "--data",
            paramLabel = "PLACE",
            description =
                    "The folder that keeps state machines, activities and executions across restarts, created if missing; "
                            + "or jdbc:postgresql://HOST/DATABASE?user=NAME, where one server works and others stand by. "
                            + "Default: everything is kept in memory.")
    private @Nullable String data;

    @Option(
            names = "--retention",
            paramLabel = "DURATION",
            description =
                    "How long executions that have ended are kept with --data, such as P30D or PT12H. Default: P90D.")
    private @Nullable String retention;

    @Option(
            names = "--objects",
            paramLabel = "FOLDER",
            description = "The folder that holds the S3 objects, each as BUCKET/KEY.")
    private @Nullable Path objects;

    @Option(
            names = "--iterate-objects",
            description = "Maps iterate over the members of a JSON object that their ItemReader reads.")
    private boolean iteratesObjects;

    @Override
    public Integer call() throws InterruptedException, ExecutionException, Refusal {
        PrintWriter out = line().getOut();
        try (StepwrightServer server = StepwrightServer.start(config())) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stepwright-shutdown"));
            out.println("Stepwright serves Step Functions at " + server.endpoint());
            String warning = access.warning(host);
            if (warning != null) {
                line().getErr().println("stepwright serve: warning: " + warning);
                line().getErr().flush();
            }
            out.println("Open it in a browser to see state machines and executions.");
            out.println("Clients find it with AWS_ENDPOINT_URL_SFN=" + server.endpoint());
            out.flush();
            StoreLostException lost = server.lost().toCompletableFuture().get();
            line().getErr().println("stepwright serve: " + lost.getMessage());
            return ExitCode.SOFTWARE;
        } catch (UncheckedIOException e) {
            line().getErr()
                    .println("stepwright serve: "
                            + Objects.requireNonNull(e.getCause()).getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private ServerConfig config() throws Refusal {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(line(), "--port must be 0 to 65535, found " + port);
        }
        if (data != null && data.contains("://") && !data.startsWith("jdbc:postgresql:")) {
            throw new ParameterException(
                    line(),
                    "--data must be a folder or jdbc:postgresql://HOST/DATABASE, found " + withoutSecrets(data));
        }
        if (objects != null && !Files.isDirectory(objects)) {
            throw new ParameterException(line(), "--objects: there is no folder " + objects);
        }
        try {
            return endpoints
                    .set(access.set(ServerConfig.builder()))
                    .address(host, port)
                    .names(names)
                    .account(new Account(account, region))
                    .waitTimeScale(waitTimeScale)
                    .mockConfig(mockConfig)
                    .objects(objects)
                    .data(data)
                    .retention(retention == null ? ServerConfig.DEFAULT_RETENTION : kept(retention))
                    .iteratingOverObjects(iteratesObjects)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line(), e.getMessage(), e);
        }
    }

    private Duration kept(String duration) {
        if (data == null) {
            throw new ParameterException(
                    line(),
                    "--retention needs --data: without it the latest " + ServerConfig.DEFAULT_ENDED
                            + " executions that have ended are kept");
        }
        try {
            return Duration.parse(duration);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    line(),
                    "--retention must be an ISO 8601 duration, such as P30D or PT12H, found "
                            + JsonText.quote(duration),
                    e);
        }
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("(://)[^/@]*@", "$1").replaceFirst("\\?.*", "");
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
