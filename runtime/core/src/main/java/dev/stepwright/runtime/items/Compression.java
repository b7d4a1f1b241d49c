package dev.stepwright.runtime.items;

import java.util.ServiceLoader;

/** Unpacks what is compressed with Zstandard. Found on the class path by {@link ServiceLoader}; {@code dev.stepwright:stepwright-parquet} has one. */
@FunctionalInterface
public interface Compression {
    /**
     * Returns the content.
     *
     * @param most bytes of it
     * @throws IllegalArgumentException if it is not packed in this way, or has more bytes; its message says what is wrong
     */
    byte[] unpacked(byte[] packed, int most);

    /**
     * Returns what is on the class path.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Compression zstandard() {
        return ServiceLoader.load(Compression.class, Compression.class.getClassLoader())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "Zstandard is read by dev.stepwright:stepwright-parquet, which is not on the class path; add it"));
    }
}
