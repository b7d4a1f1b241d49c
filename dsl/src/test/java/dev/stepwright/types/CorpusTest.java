package dev.stepwright.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.SharedFiles;
import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.types.report.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs the analysis over definitions that people published. */
class CorpusTest {
    private static AslDocument read(Path file) {
        try {
            return AslDocument.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<AslDocument> definitions() {
        return SharedFiles.jsonFiles("corpus/real").stream()
                .map(CorpusTest::read)
                .toList();
    }

    /** Each of these was looked at: it reads what is not there. No other definition has a finding. */
    @Test
    void published_definitions_have_no_findings_but_the_true_ones() {
        List<String> findings = definitions().stream()
                .flatMap(document -> DataFlow.analyze(document.definition()).findings().stream()
                        .map(finding -> "%s %s %s".formatted(name(document), finding.rule(), finding.pointer())))
                .toList();

        assertThat(findings)
                .containsExactlyInAnyOrder(
                        "real-11bb7fcad332 ASL-FLW-003 /States/SpeechSynthesisTaskStatus/Choices/0/Variable",
                        "real-5c2d899c721c ASL-FLW-001 /States/GetObjectMetadata/Parameters/Bucket.$",
                        "real-5c2d899c721c ASL-FLW-001 /States/GetObjectMetadata/Parameters/Key.$",
                        "real-5c2d899c721c ASL-FLW-001 /States/ParallelProcessing/ItemsPath",
                        "real-5c2d899c721c ASL-FLW-001 /States/ParallelProcessing/ItemSelector/Bucket.$",
                        "real-5c2d899c721c ASL-FLW-001 /States/ParallelProcessing/ItemSelector/Key.$",
                        "real-5c2d899c721c ASL-FLW-001 /States/ParallelProcessing/ItemSelector/ByteRange.$",
                        "real-adc403d6ffbb ASL-FLW-001 /States/JSONata state/Output/total",
                        "real-c19a4f6e663a ASL-FLW-001 /States/Generate batch job input/OutputPath",
                        "real-d2461daec705 ASL-FLW-009 /States/ParallelProcessing/ItemSelector/ByteRange.$",
                        "real-e19e864fa701 ASL-FLW-003 /States/CreateStackSetFailed/ErrorPath",
                        "real-e19e864fa701 ASL-FLW-003 /States/CreateStackSetFailed/CausePath");
    }

    private static String name(AslDocument document) {
        return Path.of(document.name()).getFileName().toString().replace(".json", "");
    }

    /** What the analysis infers agrees with itself: known beforehand, it makes no finding but where there was one already. */
    @Test
    void inferred_schemas_make_no_new_findings() {
        for (AslDocument document : definitions()) {
            StateMachineDefinition definition = document.definition();
            FlowReport report = DataFlow.analyze(definition);

            List<Finding> findings =
                    DataFlow.analyze(definition, inferred(report)).findings();

            assertThat(findings)
                    .as(document.name())
                    .extracting(Finding::pointer)
                    .isSubsetOf(report.findings().stream().map(Finding::pointer).toList());
        }
    }

    /** The schemas that would be written for a start. */
    private static KnownShapes inferred(FlowReport report) {
        Map<String, Shape> results = new HashMap<>();
        report.tasks().forEach(task -> results.put(task.state(), written(task.result())));
        return new KnownShapes(Optional.of(written(report.input())), Optional.empty(), Map.of(), results);
    }

    private static Shape written(Shape shape) {
        return ShapeSchemas.shape(ShapeSchemas.schema(shape));
    }
}
