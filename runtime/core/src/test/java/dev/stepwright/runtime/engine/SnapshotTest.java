package dev.stepwright.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A state that was written and read again decides as one that was not. */
class SnapshotTest {
    static Stream<EngineCase> cases() {
        return EngineCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void an_execution_goes_on_from_a_snapshot_after_every_batch_as_if_there_had_been_none(EngineCase engineCase)
            throws Exception {
        EngineCase.Result result = engineCase.run();
        List<Batch> batches =
                result.store().batches(result.execution().identity().arn());
        ExecutionState state =
                ExecutionState.create(engineCase.plan(), result.execution().identity(), engineCase.limits(), true);

        List<HistoryEntry> history = new ArrayList<>();
        for (Batch batch : batches) {
            history.addAll(Decider.decide(state, batch.stimulus()).events());
            if (state.isRunning()) {
                byte[] written = state.snapshot();
                ExecutionState read = state.restored(written);
                assertThat(read.snapshot()).isEqualTo(written);
                assertThat(read.outstanding()).isEqualTo(state.outstanding());
                state = read;
            }
        }

        assertThat(history)
                .isNotEmpty()
                .isEqualTo(batches.stream()
                        .flatMap(batch -> batch.events().stream())
                        .toList());
        assertThat(state.status()).isEqualTo(result.execution().status());
    }

    /**
     * Whoever adds a field has to write and read it, then name it here. Not written are bounds of results and variables, which are measured again, the
     * decider, which is made anew, and the selected item, which none is between decisions.
     */
    @ParameterizedTest
    @CsvSource({
        "Frame, 'scope lineage group index mode again step input awaitsInput awaitsRedrive inputBound result resultBound enteredTime enteredEvent eventBefore lastEvent exitFrom hasTaskFailureEvent hasFailedChild retryCount attempts task timer call mapRun children failedChildren item selected variables'",
        "Group, 'owner isMap isDistributed frames results children maxConcurrency started running failedItems pendingRedrives redriven told writing tolerance toleratedFailures resultBound hasFailed files lastEvent'",
        "Lineage, 'identity input keepsEvents mostEvents lastEvent redriveCount redriveTime timeout ending variableBound'",
        "OpenMapRun, 'arn terms redriveCount'",
        "OpenTask, 'id frame step token input timeoutSeconds heartbeatSeconds roleArn inquiry request submission isStarted timeout heartbeat'",
        "OpenTimer, 'frame start'",
        "OpenCall, 'frame request mostItems'",
        "MapItem, 'index value key source'",
        "ExecutionState, 'plan limits expressLimits keepsEvents watched identity ready tasks calls timers lineage root seed inputText lastTask lastTimer stimuli decider journal precedent status output failure stopTime'"
    })
    void no_part_of_a_state_is_forgotten(String type, String fields) throws ClassNotFoundException {
        Class<?> part = Class.forName("dev.stepwright.runtime.engine." + type);

        assertThat(Arrays.stream(part.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(field -> field.getName()))
                .as("a new field of %s has to be written by StateWriter and read by StateReader", type)
                .containsExactlyInAnyOrder(fields.split(" "));
    }

    @Test
    void a_state_of_another_form_is_refused() throws Exception {
        EngineCase any = cases().findFirst().orElseThrow();
        ExecutionState blank =
                ExecutionState.create(any.plan(), any.run().execution().identity(), any.limits(), true);

        assertThatThrownBy(() -> blank.restored(new byte[] {99}))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("the state is written in format 99, but this version reads format 6");
    }
}
