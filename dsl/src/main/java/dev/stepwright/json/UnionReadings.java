package dev.stepwright.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the values within one value have been read as. Each alternative of a union reads what is within anew; in a union that holds itself
 * the same value would be read twice as often on each level down. So it is read once, and the answer is kept as long as the outermost
 * union is being read.
 */
final class UnionReadings {
    private static final ThreadLocal<@Nullable UnionReadings> CURRENT = new ThreadLocal<>();

    /** So many levels need a good part of a thread's stack: each goes through Jackson twice. */
    private static final int DEEPEST = 100;

    private final Map<Question, Answer> answers = new HashMap<>();
    private int depth;

    private UnionReadings() {}

    private record Question(Class<?> type, JsonNode value) {}

    private record Answer(@Nullable Object read, @Nullable IllegalArgumentException refusal) {}

    /**
     * Returns what a value is read as, or was.
     *
     * @throws IllegalArgumentException if the reading refuses the value
     */
    static <T> T once(Class<T> type, JsonNode value, Supplier<T> reading) {
        UnionReadings current = CURRENT.get();
        if (current != null) {
            return type.cast(Objects.requireNonNull(current.answer(new Question(type, value), reading)));
        }
        CURRENT.set(new UnionReadings());
        try {
            return reading.get();
        } finally {
            CURRENT.remove();
        }
    }

    private @Nullable Object answer(Question question, Supplier<?> reading) {
        Answer answer = answers.get(question);
        if (answer == null) {
            if (depth == DEEPEST) {
                throw new IllegalArgumentException("this is in " + DEEPEST
                        + " unions, one within the other, and no more are read: " + JsonText.excerpt(question.value));
            }
            depth++;
            try {
                answer = read(reading);
            } finally {
                depth--;
            }
            answers.put(question, answer);
        }
        if (answer.refusal != null) {
            throw answer.refusal;
        }
        return answer.read;
    }

    private static Answer read(Supplier<?> reading) {
        try {
            return new Answer(reading.get(), null);
        } catch (IllegalArgumentException e) {
            return new Answer(null, e);
        }
    }
}
