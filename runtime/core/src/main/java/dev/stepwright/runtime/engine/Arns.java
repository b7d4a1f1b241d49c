package dev.stepwright.runtime.engine;

/** Parts of Amazon resource names. */
final class Arns {
    private Arns() {}

    /** Returns the region in an ARN; empty if it is no ARN or has none. */
    static String region(String arn) {
        String[] parts = arn.split(":", 5);
        return parts.length == 5 ? parts[3] : "";
    }
}
