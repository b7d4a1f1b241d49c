package dev.stepwright.diagram.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet within each picture, for light and dark. */
final class Style {
    static final String SHEET = read();

    private Style() {}

    private static String read() {
        try (InputStream sheet = Style.class.getResourceAsStream("style.css")) {
            if (sheet == null) {
                throw new IllegalStateException("the jar of stepwright-diagram lacks style.css");
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
