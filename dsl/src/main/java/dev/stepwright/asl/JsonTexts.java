package dev.stepwright.asl;

import java.util.Set;

/** AWS: the texts of APIs that parameters of tasks may give as any JSON, which is written out; all others are texts. */
public final class JsonTexts {
    private static final Set<String> NAMES =
            Set.of("Body", "Detail", "Input", "Message", "MessageBody", "Output", "Payload");

    private JsonTexts() {}

    /**
     * Returns whether a text may be given as any JSON.
     *
     * @param name of the member, as parameters write it
     */
    public static boolean include(String name) {
        return NAMES.contains(name);
    }
}
