package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.SharedFiles;
import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.asl.edit.TextChange;
import dev.stepwright.json.Extract;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.core.JsonPointer;

/** Each fix of each finding in {@code cases/validate} and {@code cases/types}, in all the ways in which a definition is written. */
class FixCasesTest {
    /** Where all transitions lead somewhere, what nothing leads to is told; and where nothing else is wrong, how data flow. */
    private static final Pattern COMES_TO_LIGHT = Pattern.compile("ASL-STA-00[79]|ASL-FLW-.*");

    private enum Writing {
        JSON {
            @Override
            String written(String json) {
                return json;
            }

            @Override
            AslDocument read(String text) {
                return AslDocument.parse("x.asl.json", text);
            }
        },
        YAML {
            @Override
            String written(String json) {
                DumpSettings settings = DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .build();
                return new Dump(settings)
                        .dumpToString(
                                JavaValues.fromJson(JsonDocument.parse(json).root(), Object.class));
            }

            @Override
            AslDocument read(String text) {
                return AslDocument.parse(Path.of("x.asl.yaml"), text);
            }
        },
        JSON_IN_JSON {
            @Override
            String written(String json) {
                return "{\"DefinitionString\": " + JsonText.quote(json) + "}";
            }

            @Override
            AslDocument read(String text) {
                return within(JsonDocument.parse(text));
            }
        },
        JSON_IN_YAML {
            @Override
            String written(String json) {
                return "DefinitionString: |\n" + json.indent(2);
            }

            @Override
            AslDocument read(String text) {
                return within(JsonDocument.parseYaml(text));
            }
        };

        abstract String written(String json);

        abstract AslDocument read(String text);

        private static AslDocument within(JsonDocument whole) {
            JsonPointer at = JsonPointer.compile("/DefinitionString");
            Extract text = new Extract(whole, at);
            text.add(at, 0, whole.root().at(at).stringValue().length());
            return AslDocument.of("template", text.parse());
        }
    }

    @TestFactory
    Stream<DynamicTest> a_fix_mends_its_finding() throws IOException {
        List<Path> definitions = Stream.concat(CaseFilesTest.cases(), ofDataFlow())
                .filter(FixCasesTest::isDefinition)
                .toList();
        return Stream.of(Writing.values())
                .flatMap(writing -> definitions.stream()
                        .map(file -> DynamicTest.dynamicTest(writing + " " + file, () -> mend(file, writing))));
    }

    @TestFactory
    Stream<DynamicTest> a_fix_mends_its_finding_in_definitions_that_are_published() {
        return Stream.of("corpus/real", "corpus/verdicts")
                .flatMap(folder -> SharedFiles.jsonFiles(folder).stream())
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> mend(file, Writing.JSON)));
    }

    private static Stream<Path> ofDataFlow() throws IOException {
        try (Stream<Path> files = Files.walk(CaseFilesTest.CASES.resolveSibling("types"))) {
            return files.filter(file -> file.toString().endsWith(".asl.json")).sorted().toList().stream();
        }
    }

    private static boolean isDefinition(Path file) {
        try {
            return JsonDocument.read(file).root().isObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    private static void mend(Path file, Writing writing) throws IOException {
        AslDocument document = writing.read(writing.written(Files.readString(file)));
        List<Diagnostic> found = validate(document, file);
        for (Diagnostic finding : found) {
            for (Fix fix : finding.fixes()) {
                List<TextChange> changes = fix.in(document);
                String mended = TextChange.in(document.text(), changes);

                assertThat(changes).as("%s by %s", finding, fix).isNotEmpty();
                assertThat(validate(writing.read(mended), file))
                        .as("%s by %s in%n%s", finding.message(), fix.text(), mended)
                        .noneMatch(each -> isSame(each, finding))
                        .allMatch(each -> isNoNewError(each, found));
            }
        }
    }

    private static boolean isNoNewError(Diagnostic each, List<Diagnostic> before) {
        return each.severity() != Severity.ERROR
                || COMES_TO_LIGHT.matcher(each.rule()).matches()
                || before.stream()
                        .anyMatch(known -> known.rule().equals(each.rule())
                                && known.message().equals(each.message()));
    }

    private static List<Diagnostic> validate(AslDocument document, Path file) {
        boolean isExpress = file.toString().contains(".express.");
        return Validator.validate(document, isExpress ? WorkflowType.EXPRESS : WorkflowType.STANDARD);
    }

    /** Of what stands in an expression several times the first is told, and then the next. */
    private static boolean isSame(Diagnostic one, Diagnostic other) {
        return one.rule().equals(other.rule())
                && one.position().equals(other.position())
                && one.message().equals(other.message());
    }
}
