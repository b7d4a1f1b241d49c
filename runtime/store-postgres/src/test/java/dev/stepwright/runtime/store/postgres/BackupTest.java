package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stepwright.testkit.CopiedExecutions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a store in use, taken and restored as {@code docs/durability.md} tells. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackupTest {
    private final PostgresSettings settings = TestDatabase.settings();

    @TempDir
    private Path folder;

    /** They refuse a server that is later than they are. */
    private static boolean areInstalled() throws InterruptedException {
        int server = Integer.parseInt(TestDatabase.text("SHOW server_version_num")) / 10_000;
        try {
            new ProcessBuilder("pg_restore", "--version").start().waitFor();
            Process dump = new ProcessBuilder("pg_dump", "--version").start();
            String version = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(version.replaceFirst("(?s)\\D*(\\d+).*", "$1")) >= server;
        } catch (IOException e) {
            return false;
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
    }

    private static String place(String url) {
        return url.substring("jdbc:".length());
    }

    @Test
    void executions_of_a_dump_go_on_from_where_they_were_and_come_to_the_same_histories() throws Exception {
        assumeThat(areInstalled())
                .as("pg_dump and pg_restore are installed, for this server")
                .isTrue();
        String url = TestDatabase.url();
        String dump = "--schema=" + settings.schema();
        CopiedExecutions original = CopiedExecutions.run(
                PostgresStore.open(url, settings),
                () -> run("pg_dump", dump, "--format=custom", "--file=copy", place(url)));
        String copy = "copy_of_" + settings.schema();
        TestDatabase.execute("CREATE DATABASE " + copy);
        String copyUrl = url.replaceFirst("(//[^/]+/)[^?]+", "$1" + copy);

        run("pg_restore", "--exit-on-error", "--dbname=" + place(copyUrl), "copy");

        try (PostgresStore store = PostgresStore.open(copyUrl, settings)) {
            assertThat(store.verify()).isEmpty();
        }
        assertThat(original.goOn(PostgresStore.open(copyUrl, settings))).isPositive();
        TestDatabase.execute("DROP DATABASE " + copy);
    }
}
