package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

class TaskDocsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    "Resource": "f" | the whole of the state's input | the task's result, which is the state's output
                    "Resource": "f", "InputPath": "$.a", "ResultPath": "$.b" | {@code $.a} of the state's input | the task's result, which goes to {@code $.b}
                    "Resource": "f", "InputPath": null, "ResultPath": null | an empty object, since {@code InputPath} is null | the task's result, which the state does not keep
                    "Resource": "f", "Parameters": {}, "ResultSelector": {}, "ResultPath": "$.b" | what the state's {@code Parameters} make of its input | the task's result; what {@code ResultSelector} makes of it goes to {@code $.b}
                    "Resource": "f", "Arguments": {}, "Output": {} | what the state's {@code Arguments} make of its input | the task's result, from which {@code Output} may take what the state gives
                    "Resource": "arn:aws:states:::lambda:invoke" | what the function is called with: the {@code Payload} | what the function answers: the {@code Payload}
                    """)
    void fields_of_the_state_tell_what_comes_in_and_where_the_result_goes(String fields, String input, String result) {
        TaskDocs docs = new TaskDocs(new TaskState(
                "A",
                JsonPointer.compile("/States/A"),
                JsonDocument.parse("{" + fields + "}").root()));

        assertThat(docs.input()).hasToString(input);
        assertThat(docs.result()).hasToString(result);
    }
}
