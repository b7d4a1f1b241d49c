package dev.stepwright.runtime.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Definitions that people have published can be planned. */
class RealDefinitionsTest {
    private static final Path FOLDER = Path.of(System.getProperty("stepwright.shared", "../shared"), "corpus", "real");

    private static final Pattern RESOURCE = Pattern.compile("(\"Resource\"\\s*:\\s*)\"\\$\\{[^}\"]*}\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}\"]*)}");

    /** Those that AWS would refuse as well, with all their problems: there is none. */
    private static final Map<String, List<String>> REFUSED = Map.of();

    @Test
    void each_is_planned_or_refused_for_a_true_reason() throws IOException {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "no definitions in " + FOLDER.toAbsolutePath().normalize());
        Map<String, List<String>> refused = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("real-"))
                    .sorted()
                    .toList();
        }

        for (Path file : files) {
            List<Problem> problems = Planner.plan(definition(file)).problems();
            if (!problems.isEmpty()) {
                refused.put(
                        file.getFileName().toString().replace(".json", ""),
                        problems.stream().map(Problem::toString).collect(Collectors.toList()));
            }
        }

        assertThat(files).hasSizeGreaterThanOrEqualTo(184);
        assertThat(refused).isEqualTo(REFUSED);
    }

    /** Placeholders of templates stand for the ARN of a function where a resource is expected, else for a plain name. */
    private static StateMachineDefinition definition(Path file) throws IOException {
        String text = RESOURCE.matcher(Files.readString(file))
                .replaceAll("$1\"arn:aws:lambda:us-east-1:123456789012:function:filled\"");
        String filled =
                PLACEHOLDER.matcher(text).replaceAll(match -> match.group(1).replaceAll("[^A-Za-z0-9]", ""));
        return StateMachineDefinition.of(JsonDocument.parse(filled).root());
    }
}
