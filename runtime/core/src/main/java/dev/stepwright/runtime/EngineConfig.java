package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.store.StoreProvider;
import dev.stepwright.runtime.task.ErrorNaming;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskPermission;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.RandomIds;
import dev.stepwright.runtime.time.RealTime;
import dev.stepwright.runtime.time.TimeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How an engine is set up. Made with {@link #builder}; everything has a default. */
public final class EngineConfig {
    private final Builder set;

    private EngineConfig(Builder builder) {
        this.set = builder.copy();
    }

    /** Returns the default settings, to be changed: everything in memory, with history, on the machine's clock. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the default settings with a store in a folder that survives the process: nothing that was acknowledged is lost. Call {@link
     * Engine#recover} once the machines are registered.
     *
     * @throws IllegalStateException as {@link Builder#durable}
     */
    public static EngineConfig durable(Path folder) {
        return builder().durable(folder).build();
    }

    /** Returns the time source; the engine closes it. */
    TimeSource time() {
        return set.time == null ? new RealTime() : set.time;
    }

    /** Returns the store; the engine closes it. */
    ExecutionStore store() {
        return set.store == null ? new InMemoryStore() : set.store;
    }

    /** Returns whether an execution is stored; Express ones are only on request. */
    boolean keeps(ExecutionIdentity execution) {
        return set.keepsHistory && (!execution.isExpress() || set.keepsExpress);
    }

    TaskHandlers handlers() {
        return set.handlers;
    }

    List<TaskRunner.Maker> runners() {
        return List.copyOf(set.runners);
    }

    TaskPermission permission() {
        return set.permission;
    }

    ErrorNaming errorNaming() {
        return set.errorNaming;
    }

    /** Returns who watches, in the order in which they are told. */
    List<ProgressListener> listeners() {
        return set.listeners;
    }

    boolean isWatched() {
        return !set.listeners.isEmpty();
    }

    Limits limitsOf(boolean isExpress) {
        return isExpress ? set.expressLimits : set.limits;
    }

    Admission admission() {
        return set.admission;
    }

    boolean waitsForHandlers() {
        return set.waitsForHandlers;
    }

    boolean iteratesObjects() {
        return set.iteratesObjects;
    }

    Supplier<UUID> ids() {
        return set.ids;
    }

    String region() {
        return set.region;
    }

    String account() {
        return set.account;
    }

    String roleArn() {
        return set.roleArn == null ? "arn:aws:iam::" + set.account + ":role/stepwright" : set.roleArn;
    }

    double waitTimeScale() {
        return set.waitTimeScale;
    }

    int engineThreads() {
        return set.engineThreads;
    }

    int handlerThreads() {
        return set.handlerThreads;
    }

    /** Collects settings. Not for use by several threads. */
    public static final class Builder {
        private @Nullable TimeSource time;
        private @Nullable ExecutionStore store;
        private boolean keepsHistory = true;
        private boolean keepsExpress;
        private TaskHandlers handlers = TaskHandlers.none();
        private List<TaskRunner.Maker> runners = new ArrayList<>();
        private TaskPermission permission = TaskPermission.ALL;
        private ErrorNaming errorNaming = ErrorNaming.CLASS_NAMES;
        private List<ProgressListener> listeners = new ArrayList<>();
        private Limits limits = Limits.STANDARD;
        private Limits expressLimits = Limits.EXPRESS;
        private Admission admission = Admission.standard();
        private boolean waitsForHandlers;
        private boolean iteratesObjects;
        private Supplier<UUID> ids = new RandomIds();
        private String region = "us-east-1";
        private String account = "123456789012";
        private @Nullable String roleArn;
        private double waitTimeScale = 1;
        private int engineThreads = Runtime.getRuntime().availableProcessors();
        private int handlerThreads = 64;

        private Builder() {}

        private Builder copy() {
            Builder copy = new Builder();
            copy.time = time;
            copy.store = store;
            copy.keepsHistory = keepsHistory;
            copy.keepsExpress = keepsExpress;
            copy.handlers = handlers;
            copy.runners = List.copyOf(runners);
            copy.permission = permission;
            copy.errorNaming = errorNaming;
            copy.listeners = List.copyOf(listeners);
            copy.limits = limits;
            copy.expressLimits = expressLimits;
            copy.admission = admission;
            copy.waitsForHandlers = waitsForHandlers;
            copy.iteratesObjects = iteratesObjects;
            copy.ids = ids;
            copy.region = region;
            copy.account = account;
            copy.roleArn = roleArn;
            copy.waitTimeScale = waitTimeScale;
            copy.engineThreads = engineThreads;
            copy.handlerThreads = handlerThreads;
            return copy;
        }

        /** Sets the clock and timers; default the machine's clock. The engine closes it, so give each engine its own. */
        public Builder time(TimeSource value) {
            this.time = value;
            return this;
        }

        /** Sets where executions are kept; default in memory. The engine closes it, so give each engine its own. */
        public Builder store(ExecutionStore value) {
            this.store = value;
            return this;
        }

        /**
         * Sets that executions are kept in a folder, which is made if it is not there, by the store module on the class path: {@code
         * dev.stepwright:stepwright-store-sqlite}. Opens the store at once; the engine closes it.
         *
         * @throws IllegalStateException if there is no such module, the store is open elsewhere, damaged, or of a later version
         */
        public Builder durable(Path folder) {
            return store(StoreProvider.openDurable(folder));
        }

        /**
         * Sets that executions are kept at a place that a store module on the class path knows: a folder, or with {@code
         * dev.stepwright:stepwright-store-postgres} a URL like {@code jdbc:postgresql://host/database?user=name}. Opens the store at once, which
         * waits while another process works with it; the engine closes it.
         *
         * @throws IllegalStateException if there is no such module, or the store cannot be opened
         */
        public Builder durable(String place) {
            return store(StoreProvider.openDurable(place));
        }

        /** Sets that executions are not stored: no history, no description once they have ended. Fast; for Express workflows. */
        public Builder withoutHistory() {
            this.keepsHistory = false;
            return this;
        }

        /**
         * Sets that executions of Express machines are stored like others: their history can be read, and they are found by their ARN when they
         * have ended. For tests and while developing; without it they leave no trace, as in AWS, but in the log of executions. Without effect after {@link
         * #withoutHistory}.
         */
        public Builder keepingExpress() {
            this.keepsExpress = true;
            return this;
        }

        /** Sets handlers for all machines, default none; those of a machine come first. */
        public Builder handlers(TaskHandlers value) {
            this.handlers = value;
            return this;
        }

        /** Adds a task runner. Runners are asked in their order, after all handlers. */
        public Builder runner(TaskRunner value) {
            return runner(workplace -> value);
        }

        /** Adds a task runner that works with the engine's threads and clock. Runners are asked in their order, after all handlers. */
        public Builder runner(TaskRunner.Maker value) {
            this.runners.add(value);
            return this;
        }

        /** Sets which tasks may begin, whoever would do them; default {@link TaskPermission#ALL}. */
        public Builder permission(TaskPermission value) {
            this.permission = value;
            return this;
        }

        /** Sets how exceptions of handlers become error names; default their full class name. */
        public Builder errorNaming(ErrorNaming value) {
            this.errorNaming = value;
            return this;
        }

        /** Adds one who watches the executions; default nobody. Several are told in their order; what one throws is logged, and the next is told. */
        public Builder listener(ProgressListener value) {
            this.listeners.add(value);
            return this;
        }

        /** Sets the limits; default {@link Limits#STANDARD}. */
        public Builder limits(Limits value) {
            this.limits = value;
            return this;
        }

        /** Sets the limits of Express machines; default {@link Limits#EXPRESS}. */
        public Builder expressLimits(Limits value) {
            this.expressLimits = value;
            return this;
        }

        /** Sets how much the engine takes on before it refuses to start executions; default {@link Admission#standard}. */
        public Builder admission(Admission value) {
            this.admission = value;
            return this;
        }

        /**
         * Sets that a task which no handler does stays open instead of failing its execution: until an engine that has a handler for it {@link
         * Engine#recover recovers} the execution, or the task's own timeout ends it. For a durable store behind deployments that may be rolled back:
         * the version before does not know the handlers of the one after.
         */
        public Builder waitingForHandlers() {
            this.waitsForHandlers = true;
            return this;
        }

        /**
         * Sets whether a distributed Map iterates over the members of a JSON object that its {@code ItemReader} reads; default false: it fails with
         * {@code States.ItemReaderFailed}. Set it alike for all engines of a store.
         *
         * <p>AWS: an object was refused in 2023 when it was recorded; the developer guide says by now that it is iterated over.
         */
        public Builder iteratingOverObjects(boolean value) {
            this.iteratesObjects = value;
            return this;
        }

        /** Sets where names and seeds come from; default random. What is guessed from them can complete tasks, so keep them random outside tests. */
        public Builder ids(Supplier<UUID> value) {
            this.ids = value;
            return this;
        }

        /** Sets the region in ARNs; default {@code us-east-1}. */
        public Builder region(String value) {
            this.region = partOfArn("the region", "eu-west-1", value);
            return this;
        }

        /** Sets the account in ARNs; default {@code 123456789012}. */
        public Builder account(String value) {
            this.account = partOfArn("the account", "123456789012", value);
            return this;
        }

        /** Sets the role that machines run under, for the context object and the history; default the role {@code stepwright} of the account. */
        public Builder roleArn(String value) {
            this.roleArn = value;
            return this;
        }

        /**
         * Sets what the times of Wait states are multiplied by; default 1. All other times stay as they are.
         *
         * @param value above 0
         */
        public Builder waitTimeScale(double value) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("waitTimeScale must be greater than 0, found " + value);
            }
            this.waitTimeScale = value;
            return this;
        }

        /**
         * Sets how many threads decide; default the number of processors.
         *
         * @param value 1 or more
         */
        public Builder engineThreads(int value) {
            this.engineThreads = atLeastOne("engineThreads", value);
            return this;
        }

        /**
         * Sets how many handlers run at the same time at most; default 64. Not regarded where threads are virtual.
         *
         * @param value 1 or more
         */
        public Builder handlerThreads(int value) {
            this.handlerThreads = atLeastOne("handlerThreads", value);
            return this;
        }

        private static String partOfArn(String what, String example, String value) {
            if (value.isBlank() || value.indexOf(':') >= 0) {
                throw new IllegalArgumentException(
                        what + " must be part of an ARN, such as " + example + ", found \"" + value + "\"");
            }
            return value;
        }

        private static int atLeastOne(String setting, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(setting + " must be 1 or more, found " + value);
            }
            return value;
        }

        /** Returns the settings; what is set afterwards does not matter to them. */
        public EngineConfig build() {
            return new EngineConfig(this);
        }
    }
}
