package dev.stepwright.server.access;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.server.file.CurrentFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The users of a server. */
public final class Users {
    private static final long LONGEST_FILE = 1 << 20;

    private final Supplier<Map<String, Held>> byKeyId;

    /** A key and whose it is. */
    record Held(AccessKey key, User user) {}

    private Users(Supplier<Map<String, Held>> byKeyId) {
        this.byKeyId = byKeyId;
    }

    /**
     * Reads users from a file, and again when it has changed: an object from the name of each to its access keys, one or two, and its policies in the language of IAM, for example
     *
     * <pre>{@code
     * {"ada": {
     *   "AccessKeys": [{"AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "${env:ADA_SECRET}"}],
     *   "Policies": [{
     *     "Version": "2012-10-17",
     *     "Statement": [{"Effect": "Allow", "Action": "states:*", "Resource": "*"}]}]}}
     * }</pre>
     *
     * <p>A text of a key may take values of the environment, as {@code ${env:NAME}}.
     *
     * @param file JSON or, if its name ends with {@code .yaml} or {@code .yml}, YAML; at most a mebibyte
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it has something else; the message tells file, line and column, and no secret
     */
    public static Users read(Path file) throws IOException {
        return new Users(new CurrentFiles<>(next -> {
            next.accept(file);
            return byKeyId(users(file));
        })::value);
    }

    private static List<User> users(Path file) throws IOException {
        if (Files.size(file) > LONGEST_FILE) {
            throw new IllegalArgumentException(
                    file + ": the file has " + Files.size(file) + " bytes; at most " + LONGEST_FILE + " are read");
        }
        try {
            return UserFile.users(JsonDocument.read(file), System::getenv);
        } catch (JsonSyntaxException e) {
            // without the cause, which quotes what it has found: that may be a secret
            throw new IllegalArgumentException(file + ":" + e.position() + ": " + problem(e));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ":" + e.getMessage(), e);
        }
    }

    private static Map<String, Held> byKeyId(List<User> users) {
        Map<String, Held> byKeyId = new HashMap<>();
        users.forEach(user -> user.keys().forEach(key -> byKeyId.put(key.id(), new Held(key, user))));
        return byKeyId;
    }

    private static String problem(JsonSyntaxException found) {
        return found.isRepeatedKey()
                ? found.problem()
                : "this is not " + (found.isYaml() ? "YAML" : "JSON")
                        + "; the text is not shown, because it may contain a secret";
    }

    static Users of(User... users) {
        Map<String, Held> byKeyId = byKeyId(List.of(users));
        return new Users(() -> byKeyId);
    }

    Optional<Held> find(String accessKeyId) {
        return Optional.ofNullable(byKeyId.get().get(accessKeyId));
    }
}
