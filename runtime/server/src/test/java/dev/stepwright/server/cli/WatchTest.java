package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WatchTest {
    private static final String RIGHT = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";
    private static final String WRONG = "{\"StartAt\": \"B\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Has something written each time that somebody waits, until nothing is left to write. */
    private static final class Writing implements Changes {
        private final Deque<Runnable> steps;
        private final Set<Path> watched = new HashSet<>();
        private boolean isClosed;

        Writing(Runnable... steps) {
            this.steps = new ArrayDeque<>(List.of(steps));
        }

        @Override
        public void watch(Set<Path> folders) {
            watched.addAll(folders);
        }

        @Override
        public boolean await() {
            boolean isChanged = !steps.isEmpty();
            if (isChanged) {
                steps.remove().run();
            }
            return isChanged;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int validate(Changes changes, Object given) {
        return new CommandLine(new ValidateCommand(() -> changes))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("--watch", given.toString());
    }

    @Test
    void what_has_changed_is_checked_again_and_what_is_the_same_is_not_printed() {
        Path file = write("a.asl.json", WRONG);
        Writing changes = new Writing(() -> write("other.txt", "x"), () -> write("a.asl.json", RIGHT));

        int code = validate(changes, file);

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .filteredOn(line -> line.matches(".* in 1 file"))
                .containsExactly("1 error (AWS refuses it) in 1 file", "no findings in 1 file");
        assertThat(err.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.endsWith("watching for changes; Ctrl-C to stop"));
        assertThat(changes.watched).containsExactly(folder);
        assertThat(changes.isClosed).isTrue();
    }

    @Test
    void what_makes_no_sense_in_between_ends_nothing() throws IOException {
        Path flows = Files.createDirectories(folder.resolve("flows"));
        Writing changes = new Writing(
                () -> write("flows/deep/a.asl.json", RIGHT),
                () -> write(
                        "flows/template.yaml",
                        "Resources: {A: {Type: 'AWS::Serverless::StateMachine', Properties: "
                                + "{DefinitionUri: ../far/b.asl.json}}}"),
                () -> write("far/b.asl.json", WRONG));

        int code = validate(changes, flows);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("the folder " + flows + " has no file that ends with");
        assertThat(out.toString())
                .contains("no findings in 1 file", "[ASL-CFN-001]", folder.resolve("far/b.asl.json") + ":1:13: error");
        assertThat(changes.watched).contains(flows, flows.resolve("deep"), folder.resolve("far"));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void the_file_system_tells_of_changes() throws Exception {
        try (Changes changes = new FolderChanges()) {
            changes.watch(Set.of(folder, folder.resolve("gone")));
            write("a.asl.json", RIGHT);

            assertThat(changes.await()).isTrue();
        }
    }
}
