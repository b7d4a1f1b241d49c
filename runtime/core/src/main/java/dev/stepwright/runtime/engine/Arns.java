package dev.stepwright.runtime.engine;

/** Parts of Amazon resource names. */
final class Arns {
    private Arns() {}

    /** Returns the region in an ARN; empty if it is no ARN or has none. */
    static String region(String arn) {
        int from = 0;
        for (int colon = 0; colon < 3; colon++) {
            from = arn.indexOf(':', from) + 1;
            if (from == 0) {
                return "";
            }
        }
        int to = arn.indexOf(':', from);
        return to < 0 ? "" : arn.substring(from, to);
    }
}
