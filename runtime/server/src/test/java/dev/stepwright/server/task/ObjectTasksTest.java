package dev.stepwright.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ObjectTasksTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aBucket() throws IOException {
        Files.createDirectory(folder.resolve("books"));
    }

    private RecordedCompletion.Failure failureOf(String bucket) {
        JsonNode input =
                JsonNodeFactory.instance.objectNode().put("Bucket", bucket).put("Key", "gone.json");
        TaskResource resource = TaskResource.parse("arn:aws:states:::s3:getObject");
        RecordedCompletion completion = new RecordedCompletion();
        new ObjectTasks(folder)
                .start(new TaskRequest("e", 1, "Read", resource, input, 1, null, null, null), completion);
        return completion.failure.join();
    }

    @Test
    void an_object_that_is_not_there_is_told_apart_from_its_bucket() {
        assertThat(failureOf("books").error()).isEqualTo("S3.NoSuchKeyException");
        assertThat(failureOf("films").error()).isEqualTo("S3.NoSuchBucketException");
    }
}
