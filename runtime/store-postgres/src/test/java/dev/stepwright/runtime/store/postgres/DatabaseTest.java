package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://me:s3cret@localhost/db",
                "jdbc:postgresql://me:s3c/ret@localhost/db",
                "jdbc:postgresql://localhost:port/db?password=s3cret",
                "postgresql://me:s3cret@localhost/db"
            })
    void what_is_no_url_is_refused_without_its_password(String url) {
        assertThatThrownBy(() -> Database.at(url, "public"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a database URL must be like jdbc:postgresql://")
                .satisfies(refusal -> assertThat(trace(refusal)).doesNotContain("s3c"));
    }

    @Test
    void the_name_of_a_database_has_no_password() {
        assertThat(Database.at("jdbc:postgresql://localhost/db?user=me&password=s3cret", "public")
                        .name())
                .isEqualTo("jdbc:postgresql://localhost/db");
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
