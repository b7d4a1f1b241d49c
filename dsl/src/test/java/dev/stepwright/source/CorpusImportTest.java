package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.SharedFiles;
import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CorpusImportTest {
    @Test
    void every_published_definition_comes_back_from_its_source() throws Exception {
        List<AslDocument> documents = new ArrayList<>();
        for (Path file : SharedFiles.jsonFiles("corpus/real")) {
            documents.add(AslDocument.read(file));
        }

        Imports imports = Imports.of(documents);
        dump(imports);

        assertThat(imports.failures()).isEmpty();
        assertThat(documents).hasSize(184);
        assertThat(imports.sources())
                .allSatisfy(source -> assertThat(source.raw()).isEmpty());
        assertThat(calls(imports, ".with(")).isLessThan(10);
        assertThat(calls(imports, "template(")).isLessThan(calls(imports, "json(field("));
    }

    private static long calls(Imports imports, String call) {
        return imports.sources().stream()
                .mapToLong(source -> source.text().split(Pattern.quote(call), -1).length - 1)
                .sum();
    }

    /** Among them are those that a validator refuses, for whatever reason. */
    @Test
    void every_definition_with_a_verdict_comes_back_from_its_source() throws Exception {
        List<AslDocument> documents = new ArrayList<>();
        for (Path file : SharedFiles.jsonFiles("corpus/verdicts")) {
            try {
                AslDocument document = AslDocument.read(file);
                if (document.root().isObject()) {
                    documents.add(document);
                }
            } catch (JsonSyntaxException e) {
                // what is no JSON is no definition
            }
        }

        Imports imports = Imports.of(documents);

        assertThat(imports.failures()).isEmpty();
    }

    @Test
    void every_machine_of_the_conformance_cases_comes_back_from_its_source() throws Exception {
        List<AslDocument> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SharedFiles.folder("conformance/cases"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode definition = JsonDocument.read(file).root().path("definition");
                if (definition.isObject()) {
                    documents.add(AslDocument.of(file.getFileName().toString(), StateMachineDefinition.of(definition)));
                }
            }
        }

        Imports imports = Imports.of(documents);

        assertThat(imports.failures()).isEmpty();
    }

    private static void dump(Imports imports) throws IOException {
        String folder = System.getProperty("stepwright.dump");
        if (folder != null) {
            for (JavaSource source : imports.sources()) {
                Path file = Path.of(folder).resolve(source.path());
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.text());
            }
        }
    }
}
