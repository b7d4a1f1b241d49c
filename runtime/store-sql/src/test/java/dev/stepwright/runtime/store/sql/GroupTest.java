package dev.stepwright.runtime.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static final long EXECUTION = 7;
    private static final byte[] RECORD = {1, 2, 3};

    private final Group group = new Group();

    @Test
    void an_execution_goes_on_from_the_batch_before_its_first_in_the_commit() {
        group.advance(batches(4, 5), null);
        group.advance(batches(6, 6), null);

        assertThat(group.running()).containsExactly(new Group.RunningRow(EXECUTION, 3, 6));
        assertThat(group.batches()).extracting(Group.BatchRow::sequence).containsExactly(4L, 5L, 6L);
    }

    @Test
    void an_execution_that_begins_is_expected_to_have_no_row() {
        group.create(begun());
        group.advance(batches(1, 1), null);
        group.advance(batches(2, 2), null);

        assertThat(group.running()).containsExactly(new Group.RunningRow(EXECUTION, 0, 2));
    }

    @Test
    void a_redriven_execution_is_expected_to_have_no_row_though_it_has_batches() {
        group.reopen(new Group.Reopened(EXECUTION, 0, RECORD));
        group.advance(batches(9, 9), null);

        assertThat(group.running()).containsExactly(new Group.RunningRow(EXECUTION, 0, 9));
    }

    @Test
    void an_execution_that_ends_loses_its_row_and_its_snapshot() {
        group.advance(batches(4, 4), null);
        group.keep(new Group.SnapshotRow(EXECUTION, 4, RECORD));
        group.advance(batches(5, 5), ended(5));

        assertThat(group.running()).isEmpty();
        assertThat(group.notRunning()).containsExactly(new Group.RunningRow(EXECUTION, 3, 5));
        assertThat(group.snapshots()).isEmpty();
        assertThat(group.ended()).extracting(Group.Ended::sequence).containsExactly(5L);
    }

    @Test
    void an_execution_that_begins_and_ends_in_one_commit_never_has_a_row() {
        group.create(begun());
        group.advance(batches(1, 1), null);
        group.advance(batches(2, 2), ended(2));

        assertThat(group.running()).isEmpty();
        assertThat(group.notRunning()).isEmpty();
        assertThat(group.ended()).hasSize(1);
    }

    @Test
    void of_several_writes_of_a_document_the_latest_counts() {
        Group.DocumentKey kept = new Group.DocumentKey("machines", "kept");
        Group.DocumentKey forgotten = new Group.DocumentKey("machines", "forgotten");
        group.document(kept, null);
        group.document(forgotten, RECORD);
        group.document(kept, RECORD);
        group.document(forgotten, null);

        assertThat(group.documents()).containsOnlyKeys(kept, forgotten);
        assertThat(group.documents().get(kept)).isEqualTo(RECORD);
        assertThat(group.documents().get(forgotten)).isNull();
    }

    private static List<Group.BatchRow> batches(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(sequence -> new Group.BatchRow(EXECUTION, sequence, sequence, RECORD))
                .toList();
    }

    private static Group.NewExecution begun() {
        return new Group.NewExecution(EXECUTION, "arn", "machine", 0, new DefinitionText("00", "{}"), RECORD, RECORD);
    }

    private static Group.Ended ended(long sequence) {
        return new Group.Ended(EXECUTION, 1, 0, sequence, RECORD);
    }
}
