package dev.stepwright.runtime.store.form;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of a sealed type, each with its number and the form of its fields. */
final class Kinds<T> {
    private static final int MOST = 128;

    private final String what;
    private final Map<Class<?>, Kind<T>> byType = new HashMap<>();
    private final @Nullable Kind<T>[] byNumber = kinds();

    Kinds(String what) {
        this.what = what;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private @Nullable Kind<T>[] kinds() {
        return new Kind[MOST];
    }

    private record Kind<T>(int number, BiConsumer<T, BinaryWriter> writer, Function<BinaryReader, T> reader) {}

    /**
     * Adds a kind.
     *
     * @param number what is stored for it: never given to another one, even when the kind is gone
     */
    @SuppressWarnings("unchecked") // the writer gets what it is registered for
    <K extends T> Kinds<T> add(
            int number, Class<K> type, BiConsumer<K, BinaryWriter> writer, Function<BinaryReader, T> reader) {
        Kind<T> kind = new Kind<>(number, (BiConsumer<T, BinaryWriter>) writer, reader);
        if (byNumber[number] != null || byType.put(type, kind) != null) {
            throw new IllegalArgumentException(type.getSimpleName() + ", " + number + ": type or number is taken");
        }
        byNumber[number] = kind;
        return this;
    }

    /**
     * Writes a value.
     *
     * @throws IllegalStateException if its kind has not been added
     */
    void write(T value, BinaryWriter out) {
        Kind<T> kind = byType.get(value.getClass());
        if (kind == null) {
            throw new IllegalStateException("no form for the " + what + " "
                    + value.getClass().getName() + "; add it where the kinds of a " + what + " are listed");
        }
        out.octet(kind.number);
        kind.writer.accept(value, out);
    }

    T read(BinaryReader in) {
        int number = in.octet();
        Kind<T> kind = number < MOST ? byNumber[number] : null;
        if (kind == null) {
            throw Form.later("kind " + number + " of a " + what + " is not known here");
        }
        return kind.reader.apply(in);
    }
}
