package dev.stepwright.runtime.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

class OutageTest {
    private final Lines log = new Lines();
    private final Outage outage = new Outage(log, "data");

    @Test
    void a_full_disk_is_one_line_and_its_end_another() {
        outage.failure(new SQLException("[SQLITE_FULL] database or disk is full"));
        outage.failure(new SQLException("[SQLITE_FULL] database or disk is full"));
        outage.isOver();
        outage.isOver();

        assertThat(log.lines)
                .containsExactly(
                        "ERROR the store in data cannot write; the log says when it can write again: [SQLITE_FULL] database or disk is full",
                        "INFO the store in data writes again");
        assertThat(log.thrown).isEmpty();
    }

    @Test
    void what_is_no_answer_of_the_database_is_told_with_where_it_was_thrown() {
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");

        outage.failure(error);

        assertThat(log.thrown).containsExactly(error);
    }

    @SuppressWarnings("serial") // never written
    private static final class Lines extends LegacyAbstractLogger {
        final transient List<String> lines = new ArrayList<>();
        final transient List<Throwable> thrown = new ArrayList<>();

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String message,
                Object @Nullable [] arguments,
                @Nullable Throwable throwable) {
            lines.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
            if (throwable != null) {
                thrown.add(throwable);
            }
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Lines.class.getName();
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
