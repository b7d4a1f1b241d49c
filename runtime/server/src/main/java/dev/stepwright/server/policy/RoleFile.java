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
import tools.jackson.databind.JsonNode;

/** Roles as a file has them. */
final class RoleFile {
    private static final String NAME = "[\\w+=,.@-]{1,64}";
    private static final String ARN = "arn:[^:]+:iam::\\d{12}:role/(?:[!-~]*/)?" + NAME;

    private final Path file;

    RoleFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException as {@link Roles#read} */
    Roles roles() throws IOException {
        FilePart root = FilePart.of(document(file));
        Map<String, RolePolicies> roles = new HashMap<>();
        try {
            for (String name : root.names()) {
                roles.put(name, role(name, root.member(name)));
            }
            if (roles.isEmpty()) {
                throw root.wrong("has no roles; without any no state machine could be made");
            }
        } catch (FilePart.Wrong e) {
            throw new IllegalArgumentException(file + ":" + e.getMessage(), e);
        }
        return new Roles(roles);
    }

    private RolePolicies role(String name, FilePart role) throws IOException {
        if (!name.matches(NAME) && !name.matches(ARN)) {
            throw role.wrong("is neither the name of a role, 1 to 64 letters, digits and +=,.@_-, nor the ARN of one");
        }
        role.allow("Policies");
        List<JsonNode> policies = new ArrayList<>();
        for (FilePart policy : role.member("Policies").elements()) {
            policies.add(policy.json().isString() ? policyFile(policy) : checked(policy));
        }
        return new RolePolicies(PolicyCheck.of(policies));
    }

    private static JsonNode checked(FilePart policy) {
        try {
            PolicyCheck.of(List.of(policy.json()));
        } catch (IllegalArgumentException e) {
            throw policy.wrong("is no policy: " + e.getMessage());
        }
        return policy.json();
    }

    private JsonNode policyFile(FilePart named) throws IOException {
        Path path = file.resolveSibling(named.text());
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
