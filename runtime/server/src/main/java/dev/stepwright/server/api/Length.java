package dev.stepwright.server.api;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How long a text may be.
 *
 * @param atLeast the shortest that is accepted
 * @param atMost the longest that is accepted
 * @param isSensitive whether the API model calls the text sensitive; AWS shows none of it in a message
 * @param inBytes whether the bytes of UTF-8 count, and not the UTF-16 code units
 */
public record Length(int atLeast, int atMost, boolean isSensitive, boolean inBytes) {
    public static final Length ARN = new Length(1, 256);
    public static final Length LONG_ARN = new Length(1, 2000);
    public static final Length NAME = new Length(1, 80);
    public static final Length DEFINITION = sensitive(1, 1_048_576);
    /** Input and output of executions and tasks. */
    public static final Length DATA = new Length(0, 262_144, true, true);

    public static final Length DESCRIPTION = sensitive(0, 256);
    public static final Length ERROR = sensitive(0, 256);
    public static final Length CAUSE = sensitive(0, 32_768);
    public static final Length TRACE_HEADER = new Length(0, 256);
    public static final Length TASK_TOKEN = new Length(1, 2048);
    public static final Length PAGE_TOKEN = new Length(1, 1024);
    /** The page token of ListExecutions. */
    public static final Length LONG_PAGE_TOKEN = new Length(1, 3096);

    public static final Length CLIENT_TOKEN = new Length(1, 64);

    static final Length TRIED_STATE = sensitive(1, 80);
    static final Length ANY = new Length(0, Integer.MAX_VALUE);

    /** A length of texts that messages may show, in UTF-16 code units. */
    public Length(int atLeast, int atMost) {
        this(atLeast, atMost, false, false);
    }

    private static Length sensitive(int atLeast, int atMost) {
        return new Length(atLeast, atMost, true, false);
    }

    /** Returns the constraint that a text violates, in the words of AWS, or null. */
    @Nullable
    String violatedBy(String text) {
        if (inBytes && text.getBytes(StandardCharsets.UTF_8).length > atMost) {
            return "Member must have size less than or equal to " + atMost + " bytes in UTF-8 encoding";
        }
        if (text.length() > atMost) {
            return "Member must have length less than or equal to " + atMost;
        }
        return text.length() < atLeast ? "Member must have length greater than or equal to " + atLeast : null;
    }
}
