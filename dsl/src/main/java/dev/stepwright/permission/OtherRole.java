package dev.stepwright.permission;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.TaskState;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The role that a task names by {@code Credentials}. */
final class OtherRole {
    private OtherRole() {}

    static Optional<Argument> of(TaskState state, QueryLanguage language) {
        JsonNode credentials = state.json().path("Credentials");
        if (credentials.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode asParameters = JsonNodeFactory.instance
                .objectNode()
                .set(language == QueryLanguage.JSONATA ? "Arguments" : "Parameters", credentials);
        Argument role = Arguments.in(asParameters, language, "").get("RoleArn");
        return role.isAbsent() ? Optional.empty() : Optional.of(role);
    }

    /** Returns what the file of the role's policy is called after: {@code 111122223333.reader}, or {@code any} for a role that is computed. */
    static String fileName(String role) {
        String name = Arn.of(role)
                .map(arn -> arn.account() + "." + arn.resource().replaceFirst("^role/", ""))
                .orElse(role);
        String plain = name.replaceAll("[^\\p{L}\\p{N}+=,@_-]+", ".").replaceAll("^\\.+|\\.+$", "");
        return plain.isEmpty() ? "any" : plain;
    }
}
