package dev.stepwright.server.cli;

import dev.stepwright.permission.Deployment;
import dev.stepwright.permission.Permissions.Setting;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the state machines will run, as far as a command is told. */
final class DeploymentOptions {
    @Option(
            names = "--partition",
            paramLabel = "NAME",
            description =
                    "The partition in ARNs: aws, aws-cn or aws-us-gov. Default: that of the ARNs in Resource, else aws.")
    private String partition = Deployment.ANYWHERE.partition();

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "The region in ARNs, or a placeholder such as $${AWS::Region}. Default: any.")
    private String region = Deployment.ANYWHERE.region();

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "The account in ARNs, or a placeholder such as $${AWS::AccountId}. Default: any.")
    private String account = Deployment.ANYWHERE.account();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "The name of the state machine, for its permissions on itself (distributed Maps, HTTP tasks). Default: the file's name.")
    private @Nullable String name;

    @Option(names = "--logging", description = "Adds the permissions to log executions.")
    private boolean isLogging;

    @Option(names = "--tracing", description = "Adds the permissions to send traces to X-Ray.")
    private boolean isTracing;

    /**
     * Returns where a machine will run.
     *
     * @param file what its file is called
     */
    Deployment of(String file, CommandLine line) {
        return name == null ? named("*", line).ofFile(file) : named(name, line);
    }

    /** Returns where any machine will run. */
    Deployment of(CommandLine line) {
        return named("*", line);
    }

    private Deployment named(String machine, CommandLine line) {
        try {
            return new Deployment(partition, region, account, machine);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, e.getMessage(), e);
        }
    }

    Set<Setting> settings() {
        return Setting.of(isLogging, isTracing);
    }
}
