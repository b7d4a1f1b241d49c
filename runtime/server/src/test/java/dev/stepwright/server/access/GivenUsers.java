package dev.stepwright.server.access;

import dev.stepwright.json.JsonDocument;
import java.util.List;

/** Users for tests. */
public final class GivenUsers {
    public static final String KEY = "AKIAIOSFODNN7EXAMPLE";
    public static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private GivenUsers() {}

    /** Returns a file of users: one, ada, with the statements of one policy. */
    public static String ada(String statements) {
        return user("ada", KEY, SECRET, statements);
    }

    public static String user(String name, String key, String secret, String statements) {
        return """
                {"%s": {
                  "AccessKeys": [{"AccessKeyId": "%s", "SecretAccessKey": "%s"}],
                  "Policies": [{"Version": "2012-10-17", "Statement": %s}]
                }}""".formatted(name, key, secret, statements);
    }

    /** Returns the users of several files as those of one. */
    public static Users of(String... files) {
        String all = String.join(
                ",",
                List.of(files).stream()
                        .map(file -> file.substring(1, file.length() - 1))
                        .toList());
        return Users.of(UserFile.users(JsonDocument.parse("{" + all + "}"), name -> null)
                .toArray(User[]::new));
    }

    static Policies policies(String statements) {
        return UserFile.users(JsonDocument.parse(ada(statements)), name -> null)
                .get(0)
                .policies();
    }
}
