package dev.stepwright.parquet;

/** How much memory the rows of one file may still take: a few bytes may stand for very many rows. */
final class Budget {
    /** What a value takes at least, with its place in an object or an array. */
    static final int VALUE = 64;

    private static final long MOST = 4L << 30;

    private final long all;
    private long left;

    Budget(long bytes) {
        all = bytes;
        left = bytes;
    }

    /** Returns a quarter of the heap, at most 4 GiB. */
    static long ofThisMachine() {
        return Math.min(MOST, Runtime.getRuntime().maxMemory() / 4);
    }

    /** @throws RefusedFile if that is more than is left */
    void take(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw new RefusedFile("its rows take more than " + (all >> 20) + " MiB of memory");
        }
    }
}
