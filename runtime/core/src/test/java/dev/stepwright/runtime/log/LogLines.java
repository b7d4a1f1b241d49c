package dev.stepwright.runtime.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** What SLF4J is told in the tests of this module: nothing is printed, and a test can look at the lines of what it does. */
public final class LogLines implements SLF4JServiceProvider {
    private static final List<Consumer<String>> LISTENING = new CopyOnWriteArrayList<>();

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    /** Returns the lines, warnings and errors, that are logged while something is done; each begins with its level. */
    public static List<String> during(Runnable action) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Consumer<String> listener = lines::add;
        LISTENING.add(listener);
        try {
            action.run();
        } finally {
            LISTENING.remove(listener);
        }
        return lines;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> new Lines();
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // there is nothing to set up
    }

    private static final class Lines extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                @Nullable String message,
                Object @Nullable [] arguments,
                @Nullable Throwable failure) {
            String line = level + " " + MessageFormatter.basicArrayFormat(message, arguments)
                    + (failure == null ? "" : ": " + failure);
            LISTENING.forEach(listener -> listener.accept(line));
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return false;
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
