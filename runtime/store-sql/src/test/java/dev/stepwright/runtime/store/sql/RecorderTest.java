package dev.stepwright.runtime.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What comes while a name is looked up that somebody wants to start. */
class RecorderTest {
    private static final ExecutionHeader HEADER = new ExecutionHeader(
            new ExecutionIdentity("a", "a", "m", "M", "role", Instant.EPOCH, false, false, null, null),
            StateMachineDefinition.of(JsonDocument.parse("{\"StartAt\": \"A\"}").root()),
            JsonDocument.parse("1").root(),
            null,
            null);

    private final Deque<Supplier<?>> found = new ArrayDeque<>(List.of(() -> 0L));
    private final List<Write> written = new ArrayList<>();
    private final Recorder recorder = new Recorder("a place", written::add, new Records(new Found()));

    /** Has for each query in turn what the database is to have. */
    private final class Found implements Readers {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T read(Function<Reader, T> query) {
            return (T) found.remove().get();
        }
    }

    private static Batch batch(long sequence) {
        return new Batch(sequence, new Stimulus.TimerFired(Instant.EPOCH, sequence), List.of(), null);
    }

    @Test
    void whoever_starts_it_too_is_told_that_it_is_there() {
        Optional<StoredExecution> there = Optional.of(new StoredExecution(HEADER, null));
        List<CompletionStage<Optional<StoredExecution>>> others = new ArrayList<>();
        found.add(() -> {
            others.add(recorder.create(HEADER, batch(1)));
            return there;
        });
        found.add(() -> there);

        assertThat(recorder.create(HEADER, batch(1))).isCompletedWithValue(there);
        assertThat(others.get(0)).isCompletedWithValue(there);
        assertThat(written).isEmpty();
    }

    @Test
    void whoever_goes_on_with_it_goes_on_from_what_is_stored() {
        List<CompletionStage<Void>> appended = new ArrayList<>();
        found.add(() -> {
            appended.add(recorder.append("a", List.of(batch(5))));
            return Optional.of(new StoredExecution(HEADER, null));
        });
        found.add(() -> new Open(17, 4));

        recorder.create(HEADER, batch(1));

        assertThat(appended.get(0)).isNotDone();
        Group group = new Group();
        written.get(0).part().accept(group);
        assertThat(group.running()).containsExactly(new Group.RunningRow(17, 4, 5));
    }

    @Test
    void whatever_fails_there_leaves_the_name_free() {
        found.add(() -> {
            throw new StackOverflowError();
        });
        found.add(Optional::empty);

        CompletableFuture<?> failed = recorder.create(HEADER, batch(1)).toCompletableFuture();

        assertThatThrownBy(failed::join).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(recorder.create(HEADER, batch(1))).isNotDone();
        assertThat(written).hasSize(1);
    }

    @Test
    void a_redrive_that_cannot_be_written_leaves_the_execution_as_it_ended() {
        found.add(() -> new Open(17, 4));
        found.add(() -> new Open(17, 4));
        Redrive unwritable = new Redrive(1, Instant.MAX, null);

        assertThatThrownBy(() -> recorder.reopen("a", unwritable, batch(5))).isInstanceOf(ArithmeticException.class);

        assertThat(recorder.reopen("a", new Redrive(1, Instant.EPOCH, null), batch(5)))
                .isNotDone();
        assertThat(written).hasSize(1);
    }
}
