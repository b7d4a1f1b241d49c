package dev.stepwright.runtime.items;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.ServiceLoader;
import tools.jackson.databind.JsonNode;

/**
 * Reads the items in files of a format that is no text. Found on the class path by {@link ServiceLoader};
 * {@code dev.stepwright:stepwright-parquet} has the one of Parquet.
 */
public interface FileFormat {
    /** Returns the format. */
    ItemFormat.Type type();

    /**
     * Returns the items of a file, an array.
     *
     * @param most how many are wanted, 0 for all; there may be more
     * @throws IllegalArgumentException if it is no file of this format, or more than can be taken; its message says what is wrong
     */
    JsonNode items(byte[] file, long most);

    /**
     * Returns the items of a file with the format on the class path.
     *
     * @param file its bytes in Base64, or the text that they are
     */
    static JsonNode items(ItemFormat.Type type, String file, long most) {
        FileFormat format = ServiceLoader.load(FileFormat.class, FileFormat.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.type() == type)
                .findFirst()
                .orElseThrow(
                        () -> ItemFormat.failure(
                                "Items in Parquet are read by dev.stepwright:stepwright-parquet, which is not on the class path; add it."));
        try {
            return format.items(bytes(file), most);
        } catch (IllegalArgumentException e) {
            throw ItemFormat.failure("The file cannot be read as Parquet: " + e.getMessage());
        }
    }

    private static byte[] bytes(String file) {
        // a small file may be a text, and begins as no Base64 of one does
        if (!file.startsWith("PAR1")) {
            try {
                return Base64.getDecoder().decode(file);
            } catch (IllegalArgumentException e) {
                // a text of another kind, which the format refuses
            }
        }
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
