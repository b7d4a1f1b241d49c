package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Measures the rules on definitions that other people wrote. */
class CorpusTest {
    /** Definitions that are published and broken, each looked at by hand, with the rules that find it. */
    private static final Map<String, Set<String>> BROKEN =
            // arn:aws::lambda, with an empty service
            Map.of("real-ed224bd3dfe1", Set.of("ASL-TSK-001"));

    /**
     * Definitions that a tool's own tests call valid and the service refuses: $states.result in a catch rule, and a field
     * $states.function.
     */
    private static final Set<String> MISJUDGED = Set.of("v-f2a071aef3cb");

    private static final int REFUSED = 90;

    @Test
    void published_definitions_have_no_errors_but_those_that_are_broken() throws IOException {
        List<String> errors = new ArrayList<>();
        Set<String> broken = new TreeSet<>();
        Map<String, Integer> warnings = new TreeMap<>();
        List<Path> files = Shared.files(Shared.folder("corpus/real"), "real-");
        for (Path file : files) {
            String id = file.getFileName().toString().replace(".json", "");
            for (Diagnostic diagnostic : Validator.validate(id, Shared.text(file))) {
                if (diagnostic.severity() != Severity.ERROR) {
                    warnings.merge(diagnostic.rule(), 1, Integer::sum);
                } else if (BROKEN.getOrDefault(id, Set.of()).contains(diagnostic.rule())) {
                    broken.add(id);
                } else {
                    errors.add(diagnostic.format(id));
                }
            }
        }
        System.out.println("corpus/real: " + files.size() + " definitions, warnings and hints " + warnings);

        assertThat(errors).isEmpty();
        assertThat(broken).isEqualTo(BROKEN.keySet());
    }

    @Test
    void valid_definitions_are_accepted_and_invalid_ones_refused() throws IOException {
        Path folder = Shared.folder("corpus/verdicts");
        List<String> refused = new ArrayList<>();
        Map<String, List<String>> accepted = new TreeMap<>();
        int invalid = 0;
        for (JsonNode entry : Shared.json(folder.resolve("manifest.json")).path("definitions")) {
            if (!entry.path("status").asString("").equals("agreed")) {
                continue;
            }
            String id = entry.path("id").asString("");
            List<String> errors = Validator.validate(id, Shared.text(folder.resolve(id + ".json"))).stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .map(diagnostic -> diagnostic.format(id))
                    .toList();
            if (entry.path("verdict").asString("").equals("valid")) {
                refused.addAll(MISJUDGED.contains(id) ? List.of() : errors);
            } else {
                invalid++;
                if (errors.isEmpty()) {
                    accepted.computeIfAbsent(entry.path("rules").toString(), rule -> new ArrayList<>())
                            .add(id);
                }
            }
        }
        int missed = accepted.values().stream().mapToInt(List::size).sum();
        System.out.println("corpus/verdicts: " + (invalid - missed) + " of " + invalid + " invalid ones refused");
        accepted.forEach((rule, ids) -> System.out.println("  missed " + rule + " " + ids));

        assertThat(refused).isEmpty();
        assertThat(invalid - missed).isGreaterThanOrEqualTo(REFUSED);
    }
}
