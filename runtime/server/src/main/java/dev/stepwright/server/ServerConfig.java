package dev.stepwright.server;

import dev.stepwright.runtime.Admission;
import dev.stepwright.runtime.log.ExecutionLog;
import dev.stepwright.runtime.log.Slf4jExecutionLog;
import dev.stepwright.server.access.Users;
import dev.stepwright.server.control.Account;
import dev.stepwright.server.policy.Roles;
import dev.stepwright.server.tls.Tls;
import dev.stepwright.services.AwsEndpoints;
import dev.stepwright.services.connection.Connections;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server runs. Made with {@link #builder}; everything has a default.
 *
 * @param address where it listens; port 0 for any that is free
 * @param account whose state machines it serves, and in which region: both stand in every ARN
 * @param lambdaEndpoint where functions are invoked; null if that is where {@code awsEndpoints} says
 * @param awsEndpoints where the services of AWS are called; none if their tasks are not done
 * @param connections what HTTP Tasks call with; null if they are not done
 * @param waitTimeScale what the times of Wait states are multiplied by, above 0; 1 for real time
 * @param pollTime how long GetActivityTask waits for a task, not negative
 * @param mostEnded how many executions that have ended are kept in memory, not negative; with {@code data} all are, for {@code retention}
 * @param mockConfig a mock configuration of Step Functions Local; null if there is none
 * @param objects the folder that holds the objects of S3 as BUCKET/KEY; null if there are none
 * @param data the folder, or URL of a PostgreSQL database, that keeps state machines, activities and executions over a restart; null to keep
 *     them in memory
 * @param retention how long executions that have ended are kept there, above 0
 * @param admission how much is taken on before executions are refused
 * @param log where executions are logged whose machine has a {@code loggingConfiguration}
 * @param iteratesObjects whether Maps iterate over the members of a JSON object that their {@code ItemReader} reads
 * @param names by which browsers may call the server, besides localhost, addresses and the name in {@code address}
 * @param users who may call the server, and what for; null if everybody may do everything
 * @param roles under which machines run, and what they may do; null if all may do everything
 * @param tls with which certificate it speaks TLS; null for HTTP in the clear
 */
public record ServerConfig(
        InetSocketAddress address,
        Account account,
        @Nullable URI lambdaEndpoint,
        AwsEndpoints awsEndpoints,
        @Nullable Connections connections,
        double waitTimeScale,
        Duration pollTime,
        int mostEnded,
        @Nullable Path mockConfig,
        @Nullable Path objects,
        @Nullable String data,
        Duration retention,
        Admission admission,
        ExecutionLog log,
        boolean iteratesObjects,
        List<String> names,
        @Nullable Users users,
        @Nullable Roles roles,
        @Nullable Tls tls) {
    /** AWS waits so long. */
    public static final Duration DEFAULT_POLL_TIME = Duration.ofSeconds(60);

    /** AWS keeps histories so long. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(90);

    /** How many executions that have ended a server keeps in memory by default. */
    public static final int DEFAULT_ENDED = 10_000;

    /** Throws {@link IllegalArgumentException} if a number or duration is out of its range. */
    public ServerConfig {
        names = List.copyOf(names);
        if (!(waitTimeScale > 0)) {
            throw new IllegalArgumentException("a wait time scale must be above 0, found " + waitTimeScale);
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("a retention must be above 0, found " + retention);
        }
        if (pollTime.isNegative() || mostEnded < 0) {
            throw new IllegalArgumentException(
                    "poll time and number of executions must not be negative, found " + pollTime + " and " + mostEnded);
        }
    }

    /** Returns the default settings on a port of the loopback interface; 0 for any port that is free. */
    public static ServerConfig onPort(int port) {
        return builder().address("127.0.0.1", port).build();
    }

    /** Returns the default settings, to be changed: any free port of the loopback interface, everything in memory. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings. Not for use by several threads. */
    public static final class Builder {
        private InetSocketAddress address = InetSocketAddress.createUnresolved("127.0.0.1", 0);
        private Account account = new Account("123456789012", "us-east-1");
        private @Nullable URI lambdaEndpoint;
        private AwsEndpoints awsEndpoints = AwsEndpoints.none();
        private @Nullable Connections connections;
        private double waitTimeScale = 1;
        private Duration pollTime = DEFAULT_POLL_TIME;
        private int mostEnded = DEFAULT_ENDED;
        private @Nullable Path mockConfig;
        private @Nullable Path objects;
        private @Nullable String data;
        private Duration retention = DEFAULT_RETENTION;
        private Admission admission = Admission.standard();
        private ExecutionLog log = new Slf4jExecutionLog();
        private boolean iteratesObjects;
        private List<String> names = List.of();
        private @Nullable Users users;
        private @Nullable Roles roles;
        private @Nullable Tls tls;

        private Builder() {}

        /**
         * Sets where the server listens; default any free port of 127.0.0.1. Without {@link #users} open other addresses only where all may call.
         *
         * @param host a name or an address, resolved when the server starts
         * @param port 0 to 65,535; 0 for any that is free
         */
        public Builder address(String host, int port) {
            this.address = InetSocketAddress.createUnresolved(host, port);
            return this;
        }

        /** Sets account and region of all ARNs; default 123456789012 in us-east-1. */
        public Builder account(Account value) {
            this.account = value;
            return this;
        }

        /**
         * Sets where the services of AWS are called whose jars of the AWS SDK are on the class path; default nowhere, so that their tasks fail. The
         * account's region is that of the calls.
         */
        public Builder awsEndpoints(AwsEndpoints value) {
            this.awsEndpoints = value;
            return this;
        }

        /** Sets where Lambda functions are invoked, by http or https; default where {@link #awsEndpoints} says. */
        public Builder lambdaEndpoint(@Nullable URI value) {
            this.lambdaEndpoint = value;
            return this;
        }

        /** Sets the connections that HTTP Tasks name; default none, so that these tasks fail. */
        public Builder connections(@Nullable Connections value) {
            this.connections = value;
            return this;
        }

        /** Sets what the times of Wait states are multiplied by, above 0; default 1. All other times stay as they are. */
        public Builder waitTimeScale(double value) {
            this.waitTimeScale = value;
            return this;
        }

        /** Sets how long GetActivityTask waits for a task; default {@link #DEFAULT_POLL_TIME}. */
        public Builder pollTime(Duration value) {
            this.pollTime = value;
            return this;
        }

        /** Sets how many executions that have ended are kept in memory; default {@value #DEFAULT_ENDED}. With {@link #data} all are. */
        public Builder mostEnded(int value) {
            this.mostEnded = value;
            return this;
        }

        /** Sets the file of a mock configuration as Step Functions Local has it; default none. */
        public Builder mockConfig(@Nullable Path value) {
            this.mockConfig = value;
            return this;
        }

        /** Sets the folder that holds the objects of S3, each as BUCKET/KEY; default none. */
        public Builder objects(@Nullable Path value) {
            this.objects = value;
            return this;
        }

        /** Sets the folder that keeps everything over a restart, made if it is not there; default none: everything is kept in memory. */
        public Builder data(@Nullable Path value) {
            return data(value == null ? null : value.toString());
        }

        /**
         * Sets where everything is kept over a restart: a folder, or a URL like {@code jdbc:postgresql://host/database?user=name}, where several
         * servers may be started of which one works; default nowhere.
         */
        public Builder data(@Nullable String value) {
            this.data = value;
            return this;
        }

        /** Sets how long executions that have ended are kept with {@link #data}, above 0; default {@link #DEFAULT_RETENTION}. */
        public Builder retention(Duration value) {
            this.retention = value;
            return this;
        }

        /** Sets how much is taken on before executions are refused; default {@link Admission#standard}. */
        public Builder admission(Admission value) {
            this.admission = value;
            return this;
        }

        /** Sets where executions are logged whose machine has a {@code loggingConfiguration}; default {@link Slf4jExecutionLog}. */
        public Builder log(ExecutionLog value) {
            this.log = value;
            return this;
        }

        /** Sets whether Maps iterate over the members of a JSON object that their {@code ItemReader} reads; default false: they fail. */
        public Builder iteratingOverObjects(boolean value) {
            this.iteratesObjects = value;
            return this;
        }

        /**
         * Sets the names by which browsers may call the server, besides localhost, addresses and the name in {@link #address}; default none. Any
         * other name may be that of a web site that has it lead here. Programs may use any.
         */
        public Builder names(List<String> value) {
            this.names = value;
            return this;
        }

        /** Sets who may call the server, and what for; default null: whoever can reach it may do everything. */
        public Builder users(@Nullable Users value) {
            this.users = value;
            return this;
        }

        /** Sets the roles under which machines run, and what they may do; default null: every role may do everything. */
        public Builder roles(@Nullable Roles value) {
            this.roles = value;
            return this;
        }

        /** Sets with which certificate the server speaks TLS; default null: it speaks HTTP in the clear. */
        public Builder tls(@Nullable Tls value) {
            this.tls = value;
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws IllegalArgumentException if a number or duration is out of its range
         */
        public ServerConfig build() {
            return new ServerConfig(
                    address,
                    account,
                    lambdaEndpoint,
                    awsEndpoints,
                    connections,
                    waitTimeScale,
                    pollTime,
                    mostEnded,
                    mockConfig,
                    objects,
                    data,
                    retention,
                    admission,
                    log,
                    iteratesObjects,
                    names,
                    users,
                    roles,
                    tls);
        }
    }
}
