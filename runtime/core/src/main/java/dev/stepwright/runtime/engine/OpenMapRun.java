package dev.stepwright.runtime.engine;

import org.jspecify.annotations.Nullable;

/** What a distributed Map has started, as long as a redrive would go on with it. */
final class OpenMapRun {
    final String arn;

    /** What has been changed in its terms; null for nothing. */
    @Nullable
    MapRunTerms terms;

    /** How often it has been redriven. */
    int redriveCount;

    OpenMapRun(String arn) {
        this.arn = arn;
    }
}
