package dev.stepwright.parquet;

import dev.stepwright.runtime.items.Compression;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Unpacks Zstandard. */
public final class Zstandard implements Compression {
    @Override
    public byte[] unpacked(byte[] packed, int most) {
        try (ZstdInputStream in = new ZstdInputStream(new ByteArrayInputStream(packed))) {
            byte[] content = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new RefusedFile("it has more than " + most + " bytes");
            }
            return content;
        } catch (IOException | RuntimeException e) {
            throw e instanceof RefusedFile refused ? refused : new RefusedFile("it is broken: " + e.getMessage(), e);
        }
    }
}
