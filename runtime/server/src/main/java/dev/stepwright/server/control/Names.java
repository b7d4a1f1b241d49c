package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;

/** What names of machines, executions and activities may hold. */
final class Names {
    private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

    private Names() {}

    /**
     * Returns the name.
     *
     * @throws ApiError {@code InvalidName} if a character is not allowed
     */
    static String checked(String name) {
        if (!name.codePoints().allMatch(Names::isAllowed)) {
            throw ApiError.invalidName(name);
        }
        return name;
    }

    private static boolean isAllowed(int c) {
        return FORBIDDEN.indexOf(c) < 0
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && !(c >= 0xD800 && c <= 0xDFFF)
                && c != 0xFFFE
                && c != 0xFFFF
                && c != 0x10FFFF;
    }
}
