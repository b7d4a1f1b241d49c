package dev.stepwright.server;

import dev.stepwright.runtime.Admission;
import dev.stepwright.runtime.log.ExecutionLog;
import dev.stepwright.runtime.log.Slf4jExecutionLog;
import dev.stepwright.server.control.Account;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a server runs.
 *
 * @param address where it listens; port 0 for any that is free
 * @param lambdaEndpoint where functions are invoked; null if there are none
 * @param waitTimeScale what the times of Wait states are multiplied by, above 0; 1 for real time
 * @param pollTime how long GetActivityTask waits for a task
 * @param mostEnded how many executions that have ended are kept in memory; with {@code data} all are, for 90 days
 * @param mockConfig a mock configuration of Step Functions Local; null if there is none
 * @param objects the folder that holds the objects of S3 as BUCKET/KEY; null if there are none
 * @param data the folder that keeps state machines, activities and executions over a restart; null to keep them in memory
 * @param admission how much is taken on before executions are refused
 * @param log where executions are logged whose machine has a {@code loggingConfiguration}
 */
public record ServerConfig(
        InetSocketAddress address,
        Account account,
        @Nullable URI lambdaEndpoint,
        double waitTimeScale,
        Duration pollTime,
        int mostEnded,
        @Nullable Path mockConfig,
        @Nullable Path objects,
        @Nullable Path data,
        Admission admission,
        ExecutionLog log) {
    /** AWS waits so long. */
    public static final Duration DEFAULT_POLL_TIME = Duration.ofSeconds(60);

    public static final int DEFAULT_ENDED = 10_000;

    public ServerConfig {
        if (!(waitTimeScale > 0)) {
            throw new IllegalArgumentException("a wait time scale is above 0, but this is " + waitTimeScale);
        }
        if (pollTime.isNegative() || mostEnded < 0) {
            throw new IllegalArgumentException("poll time and number of executions are not negative, but these are "
                    + pollTime + " and " + mostEnded);
        }
    }

    /** Returns a server on a port of the loopback interface, for account 123456789012 in us-east-1. */
    public static ServerConfig onPort(int port) {
        return new ServerConfig(
                InetSocketAddress.createUnresolved("127.0.0.1", port),
                new Account("123456789012", "us-east-1"),
                null,
                1,
                DEFAULT_POLL_TIME,
                DEFAULT_ENDED,
                null,
                null,
                null,
                Admission.standard(),
                new Slf4jExecutionLog());
    }

    public ServerConfig withData(@Nullable Path value) {
        return new ServerConfig(
                address,
                account,
                lambdaEndpoint,
                waitTimeScale,
                pollTime,
                mostEnded,
                mockConfig,
                objects,
                value,
                admission,
                log);
    }

    public ServerConfig withAddress(InetSocketAddress value) {
        return new ServerConfig(
                value,
                account,
                lambdaEndpoint,
                waitTimeScale,
                pollTime,
                mostEnded,
                mockConfig,
                objects,
                data,
                admission,
                log);
    }

    public ServerConfig withAccount(Account value) {
        return new ServerConfig(
                address,
                value,
                lambdaEndpoint,
                waitTimeScale,
                pollTime,
                mostEnded,
                mockConfig,
                objects,
                data,
                admission,
                log);
    }

    public ServerConfig withLambdaEndpoint(@Nullable URI value) {
        return new ServerConfig(
                address, account, value, waitTimeScale, pollTime, mostEnded, mockConfig, objects, data, admission, log);
    }

    public ServerConfig withWaitTimeScale(double value) {
        return new ServerConfig(
                address,
                account,
                lambdaEndpoint,
                value,
                pollTime,
                mostEnded,
                mockConfig,
                objects,
                data,
                admission,
                log);
    }

    public ServerConfig withPollTime(Duration value) {
        return new ServerConfig(
                address,
                account,
                lambdaEndpoint,
                waitTimeScale,
                value,
                mostEnded,
                mockConfig,
                objects,
                data,
                admission,
                log);
    }

    public ServerConfig withMockConfig(@Nullable Path value) {
        return new ServerConfig(
                address,
                account,
                lambdaEndpoint,
                waitTimeScale,
                pollTime,
                mostEnded,
                value,
                objects,
                data,
                admission,
                log);
    }

    public ServerConfig withObjects(@Nullable Path value) {
        return new ServerConfig(
                address,
                account,
                lambdaEndpoint,
                waitTimeScale,
                pollTime,
                mostEnded,
                mockConfig,
                value,
                data,
                admission,
                log);
    }

    public ServerConfig withAdmission(Admission value) {
        return new ServerConfig(
                address,
                account,
                lambdaEndpoint,
                waitTimeScale,
                pollTime,
                mostEnded,
                mockConfig,
                objects,
                data,
                value,
                log);
    }

    public ServerConfig withLog(ExecutionLog value) {
        return new ServerConfig(
                address,
                account,
                lambdaEndpoint,
                waitTimeScale,
                pollTime,
                mostEnded,
                mockConfig,
                objects,
                data,
                admission,
                value);
    }
}
