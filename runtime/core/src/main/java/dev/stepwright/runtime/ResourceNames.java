package dev.stepwright.runtime;

/** What machines and executions may be called: 1 to 80 characters, of nearly all kinds. */
public final class ResourceNames {
    private static final int LONGEST = 80;
    private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

    private ResourceNames() {}

    /**
     * Returns whether a name can be used.
     *
     * @return false if it is empty, has more than 80 characters, or one that is white space, a control character or one of {@code <>{}[]?*"#%\^|~`$&,;:/}
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">AWS: names of executions</a>
     */
    public static boolean isAllowed(String name) {
        return !name.isEmpty()
                && name.codePointCount(0, name.length()) <= LONGEST
                && name.codePoints().allMatch(ResourceNames::isAllowed);
    }

    /**
     * Returns the name.
     *
     * @param of what has it, for the message: {@code state machine}
     * @throws IllegalArgumentException if it cannot be used
     */
    static String checked(String name, String of) {
        if (!isAllowed(name)) {
            throw new IllegalArgumentException("the name of " + of + " has 1 to " + LONGEST
                    + " characters, without white space, control characters and "
                    + String.join(" ", FORBIDDEN.split(""))
                    + "; this one " + problem(name));
        }
        return name;
    }

    private static String problem(String name) {
        long length = name.codePointCount(0, name.length());
        if (name.isEmpty()) {
            return "is empty";
        }
        return name.codePoints()
                .filter(c -> !isAllowed(c))
                .mapToObj(c -> "has '" + Character.toString(c) + "': \"" + name + "\"")
                .findFirst()
                .orElseGet(() -> "has " + length + ": \"" + name + "\"");
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
