package dev.stepwright.types.lattice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;

/** The laws that make the analysis end, over values made at random. */
class ValueLawsTest {
    private static final long SEED = 42;
    private static final int PAIRS = 3_000;
    private static final List<String> NAMES = List.of("a", "b", "c");

    private final Place input = Place.root(new Origin(Origin.Source.INPUT, JsonPointer.empty(), "input"));
    private final Place result = Place.root(new Origin(Origin.Source.RESULT, JsonPointer.empty(), "result"));

    private void forPairs(BiConsumer<Value, Value> law) {
        Random random = new Random(SEED);
        for (int i = 0; i < PAIRS; i++) {
            law.accept(value(random, 3), value(random, 3));
        }
    }

    private Value value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 8)) {
            case 0 -> Value.scalar(Kind.values()[random.nextInt(5)]);
            case 1 -> Value.of(random.nextBoolean() ? input : result.field("x"));
            case 2 -> Value.ANY;
            case 3 -> Value.NEVER;
            case 4 -> Value.arrayOf(value(random, depth - 1));
            case 5 -> Value.of(Items.each(List.of(value(random, depth - 1), value(random, depth - 1))));
            case 6 -> value(random, depth - 1).join(value(random, depth - 1));
            default -> object(random, depth - 1);
        };
    }

    private Value object(Random random, int depth) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                fields.put(name, new Field(value(random, depth), Presence.values()[random.nextInt(3)]));
            }
        }
        return Value.of(new Fields(fields, random.nextInt(3) == 0 ? Set.of(input) : Set.of()));
    }

    @Test
    void a_value_joined_with_itself_is_itself() {
        forPairs((a, b) -> assertThat(a.join(a)).isEqualTo(a));
    }

    @Test
    void the_order_of_a_join_does_not_matter() {
        forPairs((a, b) -> assertThat(a.join(b)).isEqualTo(b.join(a)));
    }

    @Test
    void what_was_joined_once_is_no_news_the_second_time() {
        forPairs((a, b) -> assertThat(a.join(b).join(b)).isEqualTo(a.join(b)));
    }

    @Test
    void never_adds_nothing() {
        forPairs((a, b) -> assertThat(a.join(Value.NEVER)).isEqualTo(a));
    }

    /** What a join says of a field holds for both sides: it is not called absent if one side may have it. */
    @Test
    void a_field_of_one_side_is_found_in_the_join() {
        forPairs((a, b) -> {
            for (String name : NAMES) {
                boolean found =
                        Reader.field(a, name).found() || Reader.field(b, name).found();

                assertThat(Reader.field(a.join(b), name).isAbsent() && found).isFalse();
            }
        });
    }

    @Test
    void a_value_that_nests_itself_stops_growing() {
        Value value = Value.of(input);
        Value before = Value.NEVER;
        int rounds = 0;
        while (!value.equals(before)) {
            before = value;
            value = Widening.limit(value.join(Value.object(Map.of("again", value))));
            rounds++;
        }

        assertThat(rounds).isLessThan(20);
    }
}
