package dev.stepwright.server.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of PEM: what its blocks have, by their labels.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
record PemFile(Path file, List<Block> blocks) {
    private static final long LONGEST = 1 << 20;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");

    PemFile {
        blocks = List.copyOf(blocks);
    }

    /** @param content in Base64, with whatever else stands between the lines that begin and end it */
    record Block(String label, String content) {
        byte[] bytes() {
            return Base64.getMimeDecoder().decode(content);
        }
    }

    /** @throws IllegalArgumentException if it is much too long */
    static PemFile read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IllegalArgumentException(
                    file + " has " + Files.size(file) + " bytes; at most " + LONGEST + " are read");
        }
        // of one byte each: whatever is in it, the blocks are ASCII
        Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        List<Block> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
        return new PemFile(file, blocks);
    }

    List<Block> all(String label) {
        return blocks.stream().filter(block -> block.label().equals(label)).toList();
    }

    boolean has(String label) {
        return !all(label).isEmpty();
    }
}
