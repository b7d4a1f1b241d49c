package dev.stepwright.server.control;

import dev.stepwright.runtime.ResourceNames;
import dev.stepwright.server.api.ApiError;

/** What names of machines, executions and activities may hold. */
final class Names {
    private Names() {}

    /**
     * Returns the name.
     *
     * @throws ApiError {@code InvalidName} if a character is not allowed
     */
    static String checked(String name) {
        if (!ResourceNames.isAllowed(name)) {
            throw ApiError.invalidName(name);
        }
        return name;
    }
}
