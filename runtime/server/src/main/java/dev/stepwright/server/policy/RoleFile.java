package dev.stepwright.server.policy;

import dev.stepwright.permission.PolicyCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Roles as a file has them.
 *
 * @param byName by their names or ARNs
 * @param warnings what is probably a mistake in their policies, each with file, line and column
 */
record RoleFile(Map<String, PolicyCheck> byName, List<String> warnings) {
    RoleFile {
        byName = Map.copyOf(byName);
        warnings = List.copyOf(warnings);
    }

    /** Returns the policies of a role. */
    Optional<PolicyCheck> role(String arn) {
        return Optional.ofNullable(byName.get(arn)).or(() -> Optional.ofNullable(byName.get(name(arn))));
    }

    /** Returns the name of a role, without its path. */
    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
