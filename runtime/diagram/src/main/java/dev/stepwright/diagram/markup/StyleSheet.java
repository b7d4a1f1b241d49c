package dev.stepwright.diagram.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Style sheets that stand beside the classes that write them. */
public final class StyleSheet {
    private StyleSheet() {}

    /** Returns the text of {@code style.css} in the package of a class. */
    public static String of(Class<?> user) {
        try (InputStream sheet = user.getResourceAsStream("style.css")) {
            if (sheet == null) {
                throw new IllegalStateException("the jar of " + user.getName() + " lacks its style.css");
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
