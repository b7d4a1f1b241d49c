package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.Severity;
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
    private static final Map<String, Set<String>> BROKEN = Map.of(
            // arn:aws::lambda, with an empty service
            "real-ed224bd3dfe1",
            Set.of("ASL-TSK-001"),
            // the result of lambda:invoke takes the place of the input that the next states read; $.Map for $$.Map
            "real-5c2d899c721c",
            Set.of("ASL-FLW-001"),
            // the state before hands on the total alone
            "real-adc403d6ffbb",
            Set.of("ASL-FLW-001"),
            // OutputPath reads beside the Payload of lambda:invoke
            "real-c19a4f6e663a",
            Set.of("ASL-FLW-001"));

    /**
     * Definitions that a tool's own tests call valid and the service refuses: $states.result in a catch rule, and a field
     * $states.function.
     */
    private static final Set<String> MISJUDGED = Set.of("v-f2a071aef3cb");

    /**
     * Definitions that AWS takes, and that fail when they run: they read a context object or a result of lambda:invoke for what it
     * does not have, or take all of $states for a boolean. They were written to test the shape of definitions only.
     */
    private static final Set<String> FAILING = Set.of(
            "v-004fb246c6a9", "v-9295fab8e9ed", "v-9bbfecaf09bf", "v-abf25b5bf81d", "v-efeb86e7d2af", "v-f1bb08eef107");

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
        Set<String> failing = new TreeSet<>();
        Map<String, List<String>> accepted = new TreeMap<>();
        int invalid = 0;
        for (JsonNode entry : Shared.json(folder.resolve("manifest.json")).path("definitions")) {
            if (!entry.path("status").asString("").equals("agreed")) {
                continue;
            }
            String id = entry.path("id").asString("");
            List<Diagnostic> found = Validator.validate(id, Shared.text(folder.resolve(id + ".json")));
            List<String> errors = found.stream()
                    .filter(Diagnostic::refused)
                    .map(diagnostic -> diagnostic.format(id))
                    .toList();
            if (entry.path("verdict").asString("").equals("valid")) {
                refused.addAll(MISJUDGED.contains(id) ? List.of() : errors);
                if (errors.isEmpty() && found.stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
                    failing.add(id);
                }
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
        assertThat(failing).isEqualTo(FAILING);
        assertThat(invalid - missed).isGreaterThanOrEqualTo(REFUSED);
    }
}
