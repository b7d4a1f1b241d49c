package dev.stepwright.runtime.engine;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds frames that are not closed, from the outermost inwards. */
final class OpenFrames {
    private OpenFrames() {}

    /** Returns the execution of a Map Run with this ARN; null if none runs. */
    static @Nullable Frame execution(@Nullable Frame root, String arn) {
        return find(
                root,
                frame -> frame.isExecution() && frame.lineage.identity.arn().equals(arn));
    }

    /** Returns the state whose Map Run has this ARN; null if none runs. */
    static @Nullable Frame mapRun(@Nullable Frame root, String arn) {
        return find(root, frame -> frame.isMapRunOpen() && frame.mapRunArn().equals(arn));
    }

    /** Returns the first that is wanted; null if none is. */
    static @Nullable Frame find(@Nullable Frame from, Predicate<Frame> isWanted) {
        if (from == null || from.mode == Frame.Mode.CLOSED) {
            return null;
        }
        if (isWanted.test(from)) {
            return from;
        }
        if (from.children != null) {
            for (Frame child : from.children.frames) {
                Frame found = find(child, isWanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
