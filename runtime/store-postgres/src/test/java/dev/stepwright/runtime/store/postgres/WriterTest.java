package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.sql.Group;
import dev.stepwright.runtime.store.sql.Retention;
import dev.stepwright.runtime.store.sql.Write;
import dev.stepwright.testkit.Stored;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of those who wait when something is thrown that nobody expects. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WriterTest {
    private static final Consumer<Group> OUT_OF_MEMORY = group -> {
        throw new OutOfMemoryError("injected");
    };

    private Link link;
    private Writer writer;

    @BeforeEach
    void open() throws SQLException {
        PostgresSettings settings = TestDatabase.settings();
        Database database = Database.at(TestDatabase.url(), settings.schema());
        Ownership ownership = Ownership.of(settings.failover());
        Session session = new StandBy(database, Schema.of(settings.schema()), ownership, settings).session();
        link = new Link(database, ownership, session);
        writer = new Writer(link, new Retention(settings.retention(), settings.clock()), settings);
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        link.release();
    }

    private static Write write(Consumer<Group> part, Runnable undo) {
        return new Write(part, undo, 1, new CompletableFuture<>());
    }

    private static Write write() {
        return write(group -> {}, () -> {});
    }

    @Test
    void an_error_while_a_write_is_gathered_fails_that_one_alone() {
        Write before = write();
        Write failing = write(OUT_OF_MEMORY, () -> {});
        Write after = write();
        writer.submit(before);
        writer.submit(failing);
        writer.submit(after);

        writer.start();

        before.done().join();
        after.done().join();
        assertThatThrownBy(failing.done()::join).hasMessageContaining("could not write: injected");
        assertThat(writer.lost()).isNotDone();
    }

    @Test
    void an_error_that_ends_the_writing_thread_is_told_to_all_who_wait_and_to_whoever_comes() {
        Write underWay = write();
        Write late = write();
        writer.submit(write(OUT_OF_MEMORY, () -> OUT_OF_MEMORY.accept(new Group())));
        writer.submit(underWay);

        writer.start();

        String reason = "has stopped writing: java.lang.OutOfMemoryError: injected";
        assertThat(writer.lost().join()).hasMessageContaining(reason);
        writer.submit(late);
        assertThatThrownBy(underWay.done()::join).hasCauseInstanceOf(StoreLostException.class);
        assertThatThrownBy(late.done()::join).hasMessageContaining(reason);
    }

    /** Connections whose commits throw once they have happened, as often as asked. */
    private static final class Throwing implements InvocationHandler {
        private final Connection connection;
        private final AtomicInteger times;
        private final Throwable thrown;

        private Throwing(Connection connection, AtomicInteger times, Throwable thrown) {
            this.connection = connection;
            this.times = times;
            this.thrown = thrown;
        }

        /**
         * Returns what gives them.
         *
         * @param refusals how often connecting throws next
         * @param thrown by commits
         */
        static DataSource source(AtomicInteger times, AtomicInteger refusals, Throwable thrown) {
            return proxy(DataSource.class, (proxy, method, arguments) -> {
                throwIfAsked(refusals, new OutOfMemoryError("injected"));
                return proxy(Connection.class, new Throwing(TestDatabase.connect(), times, thrown));
            });
        }

        private static void throwIfAsked(AtomicInteger times, Throwable thrown) throws Throwable {
            if (times.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw thrown;
            }
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(Throwing.class.getClassLoader(), new Class<?>[] {type}, handler));
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = call(connection, method, arguments);
            boolean isCommit = method.getName().equals("prepareStatement")
                    && arguments[0].toString().endsWith("COMMIT");
            return isCommit
                    ? proxy(PreparedStatement.class, (same, called, given) -> commit(result, called, given))
                    : result;
        }

        private Object commit(Object statement, Method method, Object[] arguments) throws Throwable {
            Object result = call(statement, method, arguments);
            if (method.getName().equals("execute")) {
                throwIfAsked(times, thrown);
            }
            return result;
        }

        private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void an_error_after_a_commit_does_not_tell_it_as_failed_however_often_asking_for_it_fails(int refused) {
        AtomicInteger errors = new AtomicInteger();
        AtomicInteger refusals = new AtomicInteger();
        Error error = new OutOfMemoryError("injected");
        try (PostgresStore store =
                PostgresStore.open(Throwing.source(errors, refusals, error), TestDatabase.settings())) {
            Stored.create(store, "a");
            errors.set(1);
            refusals.set(refused);

            store.append("a", List.of(Stored.batch(2, "two")))
                    .toCompletableFuture()
                    .join();

            assertThat(errors).hasValue(0);
            assertThat(store.batches("a")).containsExactly(Stored.batch(1, "one"), Stored.batch(2, "two"));
        }
    }

    /** A statement that waits for the disk in its commit may come to the time limit, or somebody cancels it: the database says so afterwards. */
    @Test
    void what_was_committed_before_the_database_noticed_that_it_was_cancelled_counts() {
        AtomicInteger cancelled = new AtomicInteger();
        SQLException timeout = new SQLException("canceling statement due to statement timeout", "57014");
        try (PostgresStore store =
                PostgresStore.open(Throwing.source(cancelled, new AtomicInteger(), timeout), TestDatabase.settings())) {
            Stored.create(store, "a");
            cancelled.set(1);

            store.append("a", List.of(Stored.batch(2, "two")))
                    .toCompletableFuture()
                    .join();

            assertThat(cancelled).hasValue(0);
            assertThat(store.batches("a")).containsExactly(Stored.batch(1, "one"), Stored.batch(2, "two"));
        }
    }
}
