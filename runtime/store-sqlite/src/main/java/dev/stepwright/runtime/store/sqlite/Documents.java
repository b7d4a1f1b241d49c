package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.runtime.store.form.Seal;
import dev.stepwright.runtime.store.sql.Reader;
import dev.stepwright.runtime.store.sql.Readers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The documents beside the executions. */
record Documents(Writer writer, Readers readers) implements DocumentStore {
    @Override
    public void put(String collection, String key, String text) {
        write(new Group.Document(collection, key, text));
    }

    @Override
    public void remove(String collection, String key) {
        write(new Group.Document(collection, key, null));
    }

    private void write(Group.Document document) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        @Nullable String text = document.text();
        writer.submit(
                new Write(group -> group.documents.add(document), () -> {}, text == null ? 0 : text.length(), done));
        try {
            done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IllegalStateException failure ? failure : e;
        }
    }

    @Override
    public Map<String, String> all(String collection) {
        return readers.read(reader -> {
            Map<String, String> texts = new LinkedHashMap<>();
            reader.all(
                    "SELECT key, record FROM document WHERE collection = ? ORDER BY key",
                    rs -> texts.put(rs.getString(1), text(collection, rs.getString(1), rs.getBytes(2))),
                    collection);
            return texts;
        });
    }

    /**
     * Reads all documents there are. One whose collection or key has changed is found by nobody who asks for it.
     *
     * @throws UnreadableException if one is damaged
     */
    static void check(Reader reader) {
        reader.all(
                "SELECT collection, key, record FROM document",
                rs -> text(String.valueOf(rs.getString(1)), String.valueOf(rs.getString(2)), rs.getBytes(3)));
    }

    private static String text(String collection, String key, byte[] record) {
        byte[] text = Seal.open(record, collection + " " + key, collection.hashCode(), key.hashCode());
        return new String(text, StandardCharsets.UTF_8);
    }
}
