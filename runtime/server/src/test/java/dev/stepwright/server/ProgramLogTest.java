package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the log of {@code stepwright.jar} has by default, which its {@code simplelogger.properties} says. */
class ProgramLogTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.stepwright.runtime.Recovery",
                "dev.stepwright.runtime.store.sqlite.Writer",
                "dev.stepwright.runtime.store.postgres.Link",
                "dev.stepwright.server.file.CurrentFiles"
            })
    void what_a_warning_promises_to_tell_is_told(String logger) {
        assertThat(LoggerFactory.getLogger(logger).isInfoEnabled()).isTrue();
    }

    @Test
    void of_all_others_there_are_warnings_and_errors() {
        assertThat(LoggerFactory.getLogger("io.undertow").isInfoEnabled()).isFalse();
        assertThat(LoggerFactory.getLogger("dev.stepwright.runtime.Storing").isInfoEnabled())
                .isFalse();
    }
}
