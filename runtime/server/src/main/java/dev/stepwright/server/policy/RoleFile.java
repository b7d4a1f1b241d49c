package dev.stepwright.server.policy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.permission.PolicyCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Roles as a file has them.
 *
 * @param byName by their names or ARNs
 */
record RoleFile(Map<String, PolicyCheck> byName) {
    private static final String NAME = "[\\w+=,.@-]{1,64}";
    private static final String ARN = "arn:[^:]+:iam::\\d{12}:role/(?:[!-~]*/)?" + NAME;

    RoleFile {
        byName = Map.copyOf(byName);
    }

    /** Returns the policies of a role. */
    Optional<PolicyCheck> role(String arn) {
        return Optional.ofNullable(byName.get(arn)).or(() -> Optional.ofNullable(byName.get(Roles.name(arn))));
    }

    /**
     * Reads the file and those that it names.
     *
     * @param next is told of each before it is read
     * @throws IllegalArgumentException as {@link Roles#read}
     */
    static RoleFile read(Path file, Consumer<Path> next) throws IOException {
        next.accept(file);
        FilePart root = FilePart.of(document(file));
        Map<String, PolicyCheck> roles = new HashMap<>();
        try {
            for (String name : root.names()) {
                roles.put(name, policies(name, root.member(name), policy -> {
                    Path path = file.resolveSibling(policy);
                    next.accept(path);
                    return policyFile(path);
                }));
            }
            if (roles.isEmpty()) {
                throw root.wrong("has no roles; without any no state machine could be made");
            }
        } catch (FilePart.Wrong e) {
            throw new IllegalArgumentException(file + ":" + e.getMessage(), e);
        }
        return new RoleFile(roles);
    }

    /** Reads a policy that the file names. */
    private interface PolicyReader {
        JsonNode read(String policy) throws IOException;
    }

    private static PolicyCheck policies(String name, FilePart role, PolicyReader files) throws IOException {
        if (!name.matches(NAME) && !name.matches(ARN)) {
            throw role.wrong("is neither the name of a role, 1 to 64 letters, digits and +=,.@_-, nor the ARN of one");
        }
        role.allow("Policies");
        List<JsonNode> policies = new ArrayList<>();
        for (FilePart policy : role.member("Policies").elements()) {
            if (policy.json().isString()) {
                policies.add(files.read(policy.text()));
            } else {
                policies.add(checked(policy));
            }
        }
        return PolicyCheck.of(policies);
    }

    private static JsonNode checked(FilePart policy) {
        try {
            PolicyCheck.of(List.of(policy.json()));
        } catch (IllegalArgumentException e) {
            throw policy.wrong("is no policy: " + e.getMessage());
        }
        return policy.json();
    }

    private static JsonNode policyFile(Path path) throws IOException {
        FilePart policy = FilePart.of(document(path));
        try {
            return checked(policy);
        } catch (FilePart.Wrong e) {
            throw new IllegalArgumentException(path + ":" + e.getMessage(), e);
        }
    }

    private static JsonDocument document(Path file) throws IOException {
        try {
            return JsonDocument.read(file);
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(file + ":" + e.position() + ": " + e.problem(), e);
        }
    }
}
