package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.QueryLanguage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;

class KnownFieldsTest {
    @Test
    void each_object_has_the_fields_of_its_kind_and_language() {
        AslDocument document = AslDocument.parse("test.asl.json", """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "QueryLanguage": "JSONata", "Resource": "r", "ResultPath": "$.a", "End": true,
                  "Retry": [{"ErrorEquals": ["States.ALL"]}]}}}
                """);

        Map<JsonPointer, KnownFields> known = KnownFields.of(document);

        assertThat(known.keySet())
                .extracting(JsonPointer::toString)
                .containsExactly("", "/States/A", "/States/A/Retry/0");
        KnownFields task = known.get(JsonPointer.compile("/States/A"));
        assertThat(task.language()).isEqualTo(QueryLanguage.JSONATA);
        assertThat(task.fields())
                .allSatisfy(field -> assertThat(field.description()).isNotEmpty())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("description", "suggestions")
                .contains(
                        new KnownFields.KnownField(
                                "Resource", KnownFields.FieldType.TEXT, true, false, List.of(), List.of(), ""),
                        new KnownFields.KnownField(
                                "QueryLanguage",
                                KnownFields.FieldType.TEXT,
                                false,
                                false,
                                List.of("JSONPath", "JSONata"),
                                List.of(),
                                ""),
                        new KnownFields.KnownField(
                                "Next", KnownFields.FieldType.STATE, false, false, List.of(), List.of(), ""),
                        new KnownFields.KnownField(
                                "Arguments", KnownFields.FieldType.DATA, false, false, List.of(), List.of(), ""),
                        new KnownFields.KnownField(
                                "TimeoutSeconds", KnownFields.FieldType.NUMBER, false, false, List.of(), List.of(), ""),
                        new KnownFields.KnownField(
                                "Retry", KnownFields.FieldType.DATA, false, true, List.of(), List.of(), ""))
                .extracting(KnownFields.KnownField::name)
                .contains("ResultPath") // it is there, though of the other language
                .doesNotContain("Parameters", "Branches");
    }

    @Test
    void a_document_that_is_no_object_has_none() {
        assertThat(KnownFields.of(AslDocument.parse("test.asl.json", "[]"))).isEmpty();
    }
}
