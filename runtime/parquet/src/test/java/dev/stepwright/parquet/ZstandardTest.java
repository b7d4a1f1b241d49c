package dev.stepwright.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ZstandardTest {
    /** What {@code zstd} makes of three lines. */
    static final String PACKED = "KLUv/QRYYQAAYSxiCjEsMgozLDQK4bPLLg==";

    private static final byte[] BYTES = Base64.getDecoder().decode(PACKED);

    @Test
    void the_content_is_unpacked() {
        assertThat(new String(new Zstandard().unpacked(BYTES, 12), StandardCharsets.UTF_8))
                .isEqualTo("a,b\n1,2\n3,4\n");
    }

    @Test
    void more_than_is_wanted_is_refused() {
        assertThatThrownBy(() -> new Zstandard().unpacked(BYTES, 11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it has more than 11 bytes");
    }

    @Test
    void what_is_broken_or_cut_off_is_refused() {
        byte[] broken = BYTES.clone();
        broken[broken.length - 1]++;

        assertThatThrownBy(() -> new Zstandard().unpacked(broken, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it is broken: ");
        assertThatThrownBy(() -> new Zstandard().unpacked(Arrays.copyOf(BYTES, 12), 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it is broken: ");
    }
}
