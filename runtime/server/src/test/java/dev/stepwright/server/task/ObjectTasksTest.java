package dev.stepwright.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
        return failureOf(bucket, "gone.json");
    }

    private RecordedCompletion.Failure failureOf(String bucket, String key) {
        JsonNode input =
                JsonNodeFactory.instance.objectNode().put("Bucket", bucket).put("Key", key);
        RecordedCompletion completion = new RecordedCompletion();
        new ObjectTasks(folder).start(Requests.of("arn:aws:states:::s3:getObject", input), completion);
        return completion.failure.join();
    }

    @Test
    void an_object_that_is_not_there_is_told_apart_from_its_bucket() {
        assertThat(failureOf("books").error()).isEqualTo("S3.NoSuchKeyException");
        assertThat(failureOf("films").error()).isEqualTo("S3.NoSuchBucketException");
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_object_that_no_memory_can_hold_fails_its_task() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("books/large").toFile(), "rw")) {
            file.setLength(1L << 32); // all of it a hole
        }

        assertThat(failureOf("books", "large"))
                .isEqualTo(new RecordedCompletion.Failure(
                        "S3.S3Exception",
                        "the call could not be answered: java.lang.OutOfMemoryError: Required array size too large"));
    }
}
