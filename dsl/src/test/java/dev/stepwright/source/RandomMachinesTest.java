package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The seed of a machine is in its name; {@code RandomMachines.machine(seed)} makes it again. */
class RandomMachinesTest {
    private static final long FIRST = Long.getLong("stepwright.seed", 20_261_125L);
    private static final int MACHINES = Integer.getInteger("stepwright.machines", 40);

    @Test
    void any_machine_comes_back_from_its_source() {
        List<AslDocument> documents = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + MACHINES; seed++) {
            documents.add(AslDocument.of("seed " + seed, StateMachineDefinition.of(RandomMachines.machine(seed))));
        }

        Imports imports = Imports.of(documents);

        assertThat(imports.failures()).isEmpty();
        assertThat(imports.sources()).flatExtracting(JavaSource::raw).isEmpty();
    }

    @Test
    void any_machine_is_read_as_it_was_written() {
        for (long seed = FIRST; seed < FIRST + 20 * MACHINES; seed++) {
            StateMachineDefinition machine = StateMachineDefinition.of(RandomMachines.machine(seed));

            StateMachineDefinition read =
                    AslDocument.parse("machine", machine.toAsl()).definition();

            assertThat(read).as("seed %s", seed).isEqualTo(machine);
            assertThat(JsonText.compact(read.json())).as("seed %s", seed).isEqualTo(JsonText.compact(machine.json()));
        }
    }
}
