package dev.stepwright.runtime.store.sql;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.runtime.store.form.Seal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The documents beside the executions. */
record Documents(Writes writes, Readers readers) implements DocumentStore {
    @Override
    public void put(String collection, String key, String text) {
        byte[] record = Seal.seal(text.getBytes(StandardCharsets.UTF_8), collection.hashCode(), key.hashCode());
        write(new Group.DocumentKey(collection, key), record);
    }

    @Override
    public void remove(String collection, String key) {
        write(new Group.DocumentKey(collection, key), null);
    }

    private void write(Group.DocumentKey key, byte @Nullable [] record) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        writes.submit(
                new Write(group -> group.document(key, record), () -> {}, record == null ? 0 : record.length, done));
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
     * Reads all documents there are, and returns how many. One whose collection or key has changed is found by nobody who asks for it.
     *
     * @throws UnreadableException if one is damaged
     */
    static int check(Readers readers) {
        return readers.read(reader -> reader.all(
                        "SELECT collection, key, record FROM document",
                        rs -> text(String.valueOf(rs.getString(1)), String.valueOf(rs.getString(2)), rs.getBytes(3)))
                .size());
    }

    private static String text(String collection, String key, byte[] record) {
        byte[] text = Seal.open(record, collection + " " + key, collection.hashCode(), key.hashCode());
        return new String(text, StandardCharsets.UTF_8);
    }
}
