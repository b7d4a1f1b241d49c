package dev.stepwright.server.task;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.services.BytesAsText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Objects of S3 in a folder: the object KEY of the bucket BUCKET is the file BUCKET/KEY. Does {@code getObject}, {@code
 * putObject} and {@code listObjectsV2}, in tasks and in the ItemReader of a Map.
 */
public final class ObjectTasks implements TaskRunner {
    private static final Set<String> SERVICES = Set.of("s3", "aws-sdk:s3");
    private static final Set<String> ACTIONS = Set.of("getObject", "putObject", "listObjectsV2");

    private final Path folder;

    public ObjectTasks(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The call fails as one of S3 does. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final String error;

        Refusal(String error, String problem) {
            super(problem + " (Service: S3, Status Code: 404, Request ID: -, Extended Request ID: -)");
            this.error = error;
        }
    }

    @Override
    public boolean serves(TaskRequest request) {
        return SERVICES.contains(request.resource().service())
                && ACTIONS.contains(request.resource().action());
    }

    /** Files are read on a thread that may wait for the disk. */
    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            try {
                completion.succeeded(answer(request.resource().action(), request.input()));
            } catch (Refusal e) {
                completion.failed(e.error, e.getMessage());
            } catch (IOException | UncheckedIOException e) {
                completion.failed("S3.S3Exception", "the folder " + folder + " cannot be used: " + e);
            } catch (RuntimeException | Error e) { // an object may be larger than the memory
                completion.failed("S3.S3Exception", "the call could not be answered: " + e);
            }
        });
        return () -> work.cancel(false);
    }

    private JsonNode answer(String action, JsonNode parameters) throws IOException, Refusal {
        Path bucket = bucket(parameters);
        return switch (action) {
            case "getObject" -> get(object(existing(bucket), parameters));
            case "putObject" -> put(object(bucket, parameters), parameters.path("Body"));
            default -> list(existing(bucket), parameters.path("Prefix").asString(""));
        };
    }

    private Path bucket(JsonNode parameters) throws Refusal {
        Path bucket = inside(folder, parameters.path("Bucket").asString(""));
        if (bucket == null || !folder.equals(bucket.getParent())) {
            throw noSuchBucket();
        }
        return bucket;
    }

    private static Path existing(Path bucket) throws Refusal {
        if (!Files.isDirectory(bucket)) {
            throw noSuchBucket();
        }
        return bucket;
    }

    private static Refusal noSuchBucket() {
        return new Refusal("S3.NoSuchBucketException", "The specified bucket does not exist");
    }

    private static Path object(Path bucket, JsonNode parameters) throws Refusal {
        Path object = inside(bucket, parameters.path("Key").asString(""));
        if (object == null) {
            throw new Refusal("S3.NoSuchKeyException", "The specified key does not exist.");
        }
        return object;
    }

    /** Returns a path below a folder; null if the name leads out of it or nowhere. */
    private static @Nullable Path inside(Path folder, String name) {
        try {
            Path path = folder.resolve(name).normalize();
            return path.startsWith(folder) && !path.equals(folder) ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static JsonNode get(Path object) throws IOException, Refusal {
        if (!Files.isRegularFile(object)) {
            throw new Refusal("S3.NoSuchKeyException", "The specified key does not exist.");
        }
        byte[] bytes = Files.readAllBytes(object);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("AcceptRanges", "bytes").put("Body", BytesAsText.of(bytes));
        answer.put("ContentLength", bytes.length).put("ContentType", "binary/octet-stream");
        answer.put("ETag", tag(bytes))
                .put(
                        "LastModified",
                        Files.getLastModifiedTime(object).toInstant().toString());
        answer.putObject("Metadata");
        return answer.put("ServerSideEncryption", "AES256");
    }

    private static JsonNode put(Path object, JsonNode body) throws IOException {
        String text = body.isString() ? body.stringValue() : JsonText.compact(body);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(object.getParent());
        Files.write(object, bytes);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put(
                "ChecksumCRC32",
                Base64.getEncoder()
                        .encodeToString(ByteBuffer.allocate(Integer.BYTES)
                                .putInt((int) sum.getValue())
                                .array()));
        answer.put("ChecksumType", "FULL_OBJECT").put("ETag", tag(bytes));
        return answer.put("ServerSideEncryption", "AES256");
    }

    private static JsonNode list(Path bucket, String prefix) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode contents = answer.putArray("Contents");
        List<Path> files;
        try (Stream<Path> all = Files.walk(bucket)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String key = bucket.relativize(file).toString().replace('\\', '/');
            if (key.startsWith(prefix)) {
                contents.addObject()
                        .put("Etag", tag(file))
                        .put("Key", key)
                        .put("LastModified", (double)
                                Files.getLastModifiedTime(file).to(TimeUnit.SECONDS))
                        .put("Size", Files.size(file))
                        .put("StorageClass", "STANDARD");
            }
        }
        return answer;
    }

    private static String tag(byte[] bytes) {
        return tagOf(md5().digest(bytes));
    }

    /** A listing tells of files of any size. */
    private static String tag(Path file) throws IOException {
        try (DigestInputStream content = new DigestInputStream(Files.newInputStream(file), md5())) {
            content.transferTo(OutputStream.nullOutputStream());
            return tagOf(content.getMessageDigest().digest());
        }
    }

    private static String tagOf(byte[] digest) {
        return '"' + HexFormat.of().formatHex(digest) + '"';
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }
}
