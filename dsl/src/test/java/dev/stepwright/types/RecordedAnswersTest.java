package dev.stepwright.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.SharedFiles;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.types.lattice.Documentation;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.service.ServiceResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Holds what services have really answered against what the tables say that they answer. */
class RecordedAnswersTest {
    private static final String CALLBACK = ".waitForTaskToken";

    /**
     * An answer that was recorded.
     *
     * @param resource what was called, without what the task waits for where this is only the answer to the call
     */
    private record Answer(String file, String resource, JsonNode result) {}

    private static Stream<Answer> answers(Path file) {
        try {
            return events(JsonDocument.read(file).root())
                    .filter(event -> event.path("type").asString("").matches("TaskSucceeded|TaskSubmitted"))
                    .map(event -> answer(file, event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a job that is given the task's token, anybody may have given the result. */
    private static Stream<JsonNode> events(JsonNode recorded) {
        return recorded.path("definition").toString().contains("Task.Token")
                ? Stream.empty()
                : recorded.path("expect").path("history").valueStream();
    }

    private static Answer answer(Path file, JsonNode event) {
        JsonNode details = event.path("details");
        String resource = details.path("resource").asString("");
        boolean isOfCall = event.path("type").asString("").equals("TaskSubmitted");
        return new Answer(
                file.getFileName().toString(),
                "arn:aws:states:::" + details.path("resourceType").asString("") + ":"
                        + (isOfCall ? resource.replaceAll("\\..*", "") : resource),
                details.path("output"));
    }

    @Test
    void what_was_answered_is_what_the_table_tells() throws IOException {
        List<Answer> answers;
        try (Stream<Path> files = Files.walk(SharedFiles.folder("conformance/cases"))) {
            answers = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(RecordedAnswersTest::answers)
                    .filter(answer -> !answer.resource().endsWith(CALLBACK))
                    .toList();
        }

        List<String> misfits = new ArrayList<>();
        for (Answer answer : answers) {
            Place place = Place.root(new Origin(Origin.Source.RESULT, JsonPointer.empty(), "the result"));
            Value told = ServiceResults.of(answer.resource(), place);
            assertThat(told.fields()).as(answer.resource()).isNotNull();
            misfits(told, answer.result(), answer.file() + " " + answer.resource(), misfits);
        }

        assertThat(misfits).isEmpty();
        assertThat(answers.stream().map(Answer::resource).distinct()).hasSizeGreaterThanOrEqualTo(15);
    }

    private static void misfits(Value told, JsonNode given, String at, List<String> misfits) {
        if (isWildcard(given)) {
            return;
        }
        Fields fields = told.fields();
        if (!told.places().isEmpty()) {
            misfits(told.places().iterator().next().documentation(), given, at, misfits);
        } else if (given.isObject() && fields != null) {
            given.properties().forEach(member -> {
                if (fields.field(member.getKey()) == null) {
                    misfits.add(at + "." + member.getKey() + " is not in the table");
                } else {
                    Value value = fields.field(member.getKey()).value();
                    misfits(value, member.getValue(), at + "." + member.getKey(), misfits);
                }
            });
        } else if (given.isArray() && told.items() != null) {
            given.forEach(element -> misfits(told.items().element(), element, at + "[]", misfits));
        } else if (!told.can(kind(given))) {
            misfits.add(at + " is " + given + ", not " + told);
        }
    }

    private static void misfits(Documentation told, JsonNode given, String at, List<String> misfits) {
        given.properties().forEach(member -> {
            String name = at + "." + member.getKey();
            if (told.lacks(member.getKey())) {
                misfits.add(name + " is not in the table");
            } else if (!isWildcard(member.getValue())) {
                misfits(told.member(member.getKey()), member.getValue(), name, misfits);
            }
        });
        if (told.isArray() && !given.isArray()
                || told.scalar().isPresent() && !told.scalar().get().equals(kind(given))) {
            misfits.add(at + " is " + given);
        }
    }

    /** What stands for a part that is different in each recording, and was perhaps no text. */
    private static boolean isWildcard(JsonNode value) {
        return value.isString() && value.stringValue().startsWith("<?");
    }

    private static Kind kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> Kind.STRING;
            case BOOLEAN -> Kind.BOOLEAN;
            case NUMBER -> value.isIntegralNumber() ? Kind.INTEGER : Kind.NUMBER;
            default -> Kind.NULL;
        };
    }
}
