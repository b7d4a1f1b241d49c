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
}
