package dev.stepwright.server.policy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.permission.PolicyCheck;
import dev.stepwright.permission.PolicyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads a file of roles and those that it names. */
final class RoleReader {
    private static final String NAME = "[\\w+=,.@-]{1,64}";
    private static final String ARN = "arn:[^:]+:iam::\\d{12}:role/(?:[!-~]*/)?" + NAME;

    private final Path file;
    private final Consumer<Path> next;
    private final List<String> warnings = new ArrayList<>();

    private RoleReader(Path file, Consumer<Path> next) {
        this.file = file;
        this.next = next;
    }

    /**
     * Reads the file.
     *
     * @param next is told of each before it is read
     * @throws IllegalArgumentException as {@link Roles#read}
     */
    static RoleFile read(Path file, Consumer<Path> next) throws IOException {
        return new RoleReader(file, next).read();
    }

    private RoleFile read() throws IOException {
        next.accept(file);
        FilePart root = FilePart.of(document());
        Map<String, PolicyCheck> roles = new HashMap<>();
        try {
            for (String name : root.names()) {
                roles.put(name, policies(name, root.member(name)));
            }
            if (roles.isEmpty()) {
                throw root.wrong("has no roles; without any no state machine could be made");
            }
        } catch (FilePart.Wrong e) {
            throw new IllegalArgumentException(file + ":" + e.getMessage(), e);
        }
        return new RoleFile(roles, warnings);
    }

    private JsonDocument document() throws IOException {
        try {
            return JsonDocument.read(file);
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(file + ":" + e.position() + ": " + e.problem(), e);
        }
    }

    private PolicyCheck policies(String name, FilePart role) throws IOException {
        if (!name.matches(NAME) && !name.matches(ARN)) {
            throw role.wrong("is neither the name of a role, 1 to 64 letters, digits and +=,.@_-, nor the ARN of one");
        }
        role.allow("Policies");
        List<JsonNode> policies = new ArrayList<>();
        for (FilePart policy : role.member("Policies").elements()) {
            policies.add(policy.json().isString() ? ofFile(policy.text()) : checked(policy));
        }
        return PolicyCheck.of(policies);
    }

    private JsonNode checked(FilePart policy) {
        try {
            PolicyCheck.of(List.of(policy.json()));
        } catch (IllegalArgumentException e) {
            throw policy.wrong("is no policy: " + e.getMessage());
        }
        warnings.addAll(PolicyFile.warnings(file, policy.document(), policy.place()));
        return policy.json();
    }

    private JsonNode ofFile(String name) throws IOException {
        Path path = file.resolveSibling(name);
        next.accept(path);
        PolicyFile policy = PolicyFile.read(path);
        warnings.addAll(policy.warnings());
        return policy.policy();
    }
}
