package dev.stepwright.benchmarks.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsTest {
    private static final StateMachineDefinition ORDER =
            StateMachineDefinition.of(JsonDocument.parse("""
                    {"StartAt": "Make", "States": {
                      "Make": {"Type": "Pass", "Parameters": {"total": 3, "of.$": "$.order"}, "Next": "Use"},
                      "Use": {"Type": "Pass", "InputPath": "$.total", "End": true}}}
                    """).root());

    @Test
    void each_path_is_misspelt_once_and_a_seed_makes_the_same_mutants_again() {
        List<MisspeltPaths.Mutant> mutants = new MisspeltPaths(1).of(ORDER);

        assertThat(mutants).extracting(MisspeltPaths.Mutant::was).containsExactly("$.order", "$.total");
        assertThat(mutants).allSatisfy(mutant -> assertThat(mutant.is()).isNotEqualTo(mutant.was()));
        assertThat(new MisspeltPaths(1).of(ORDER))
                .extracting(MisspeltPaths.Mutant::is)
                .isEqualTo(mutants.stream().map(MisspeltPaths.Mutant::is).toList());
    }

    /** The input is known by its schema only. */
    @Test
    void a_mutant_is_refused_if_it_has_an_error_that_was_not_there_before() {
        assertThat(Tally.of(List.of(ORDER), 1)).isEqualTo(new Tally(1, 2, 1, 2));
    }

    @Test
    void of_published_definitions_most_mutants_are_refused() throws IOException {
        Path folder = Path.of(System.getProperty("stepwright.shared", "../shared"), "corpus", "real");
        assumeThat(folder).as("the corpus of published definitions").isDirectory();

        Tally tally = Tally.of(Mutants.definitions(folder), Mutants.SEED);

        assertThat(tally.mutants()).isGreaterThan(1_000);
        assertThat(tally.percent()).as("%s", tally).isGreaterThan(35);
        assertThat(tally.percentWithSchemas()).as("%s", tally).isGreaterThan(85);
    }
}
