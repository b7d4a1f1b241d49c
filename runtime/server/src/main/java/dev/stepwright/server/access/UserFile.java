package dev.stepwright.server.access;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.server.policy.FilePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Users as files have them. No message tells a value, since that may be a secret. */
final class UserFile {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([^}]*)}");
    private static final int MOST_KEYS = 2;

    private final Function<String, @Nullable String> environment;
    private final Map<String, String> ownersByKey = new HashMap<>();

    private UserFile(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * @param environment the value of a variable of the process, or null
     * @throws IllegalArgumentException as {@link Users#read}, without the file
     */
    static List<User> users(JsonDocument document, Function<String, @Nullable String> environment) {
        UserFile file = new UserFile(environment);
        FilePart root = FilePart.of(document);
        List<User> users = new ArrayList<>();
        root.names().forEach(name -> users.add(file.user(name, root.member(name))));
        if (users.isEmpty()) {
            throw root.wrong("has no users; without any nobody could call the server");
        }
        return users;
    }

    private User user(String name, FilePart user) {
        if (!name.matches("[\\w+=,.@-]{1,64}")) {
            throw user.wrong("is no name of a user: 1 to 64 letters, digits and +=,.@_- are");
        }
        user.allow("AccessKeys", "Policies");
        List<FilePart> given = user.member("AccessKeys").elements();
        if (given.isEmpty() || given.size() > MOST_KEYS) {
            throw user.member("AccessKeys").wrong("must have one or two keys");
        }
        List<AccessKey> keys = new ArrayList<>();
        given.forEach(key -> keys.add(key(name, key)));
        List<PolicyStatement> statements = new ArrayList<>();
        user.member("Policies")
                .elements()
                .forEach(policy -> PolicyFile.statements(policy).forEach(statements::add));
        return new User(name, keys, new Policies(statements));
    }

    private AccessKey key(String owner, FilePart key) {
        key.allow("AccessKeyId", "SecretAccessKey");
        FilePart idPart = key.member("AccessKeyId");
        String id = filled(idPart);
        if (!id.matches("\\w{16,128}")) {
            throw idPart.wrong("must have 16 to 128 letters, digits and _");
        }
        String other = ownersByKey.putIfAbsent(id, owner);
        if (other != null) {
            throw idPart.wrong("is the id of another key, of the user " + other);
        }
        FilePart secretPart = key.member("SecretAccessKey");
        String secret = filled(secretPart);
        if (!secret.matches("[!-~]{20,128}")) {
            throw secretPart.wrong("must have 20 to 128 characters of ASCII without spaces, so that nobody guesses it");
        }
        return new AccessKey(id, secret);
    }

    private String filled(FilePart part) {
        return VARIABLE.matcher(part.text()).replaceAll(variable -> value(part, variable));
    }

    private String value(FilePart part, MatchResult variable) {
        String value = environment.apply(variable.group(1));
        if (value == null) {
            throw part.wrong("needs the environment variable \"" + variable.group(1) + "\", which is not set");
        }
        return Matcher.quoteReplacement(value);
    }
}
