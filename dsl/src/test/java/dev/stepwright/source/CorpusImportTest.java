package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.SharedFiles;
import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionDiff;
import dev.stepwright.asl.StateMachineDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorpusImportTest {
    @Test
    void every_published_definition_comes_back_from_its_source() throws Exception {
        Map<AslDocument, JavaSource> sources = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (Path file : SharedFiles.jsonFiles("corpus/real")) {
            AslDocument document = AslDocument.read(file);
            try {
                sources.put(document, JavaSource.of(document, "com.acme"));
            } catch (RuntimeException e) {
                failures.add(file + ": " + e);
            }
        }
        String dump = System.getProperty("stepwright.dump");
        if (dump != null) {
            for (JavaSource source : sources.values()) {
                Path to = Path.of(dump).resolve(source.path());
                Files.createDirectories(to.getParent());
                Files.writeString(to, source.text());
            }
        }

        Imported imported = Imported.of(sources.values());
        failures.addAll(imported.messages());
        if (imported.messages().isEmpty()) {
            for (Map.Entry<AslDocument, JavaSource> entry : sources.entrySet()) {
                try {
                    StateMachineDefinition made = imported.definition(entry.getValue());
                    StateMachineDefinition given = entry.getKey().definition();
                    if (!made.equals(given)) {
                        failures.add(entry.getKey().name() + "\n" + DefinitionDiff.between(given, made));
                    } else if (!Imported.states(made)
                            .toList()
                            .equals(Imported.states(given).toList())) {
                        failures.add(entry.getKey().name() + " order "
                                + Imported.states(made).toList()
                                + Imported.states(given).toList());
                    }
                } catch (java.lang.reflect.InvocationTargetException e) {
                    failures.add(entry.getKey().name() + ": " + e.getCause());
                }
            }
        }

        assertThat(failures).isEmpty();
    }
}
