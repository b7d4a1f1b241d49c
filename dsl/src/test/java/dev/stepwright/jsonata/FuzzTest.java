package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.SyntaxProblem;
import dev.stepwright.jsonata.value.Bounds;
import dev.stepwright.jsonata.value.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Mutated expressions: whatever the text, the outcome is a value or a {@link JsonataException}. */
class FuzzTest {
    /** Numbers that only look harmless, in front of the members of the usual input. */
    private static final String ODD =
            "{\"bar\": 1e400, \"Price\": -1e-999999, \"foo\": 123456789012345678901234567890, \"a\": 1.50, \"b\": -0,";

    private static final int QUICK = 6_000;
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|`[^`]*`|\\$?\\w+|[^\\w\\s]{1,2}|\\s+");
    private static final Surroundings BOUNDED = Surroundings.DEFAULT.withBounds(Bounds.DEFAULT
            .withSteps(200_000)
            .withMemory(8L << 20)
            .withElements(100_000)
            .withCharacters(100_000)
            .withTime(Duration.ofMillis(500)));

    /** A longer run: {@code -Dstepwright.fuzz=1000000}; another seed: {@code -Dstepwright.fuzz.seed=7}. */
    @Test
    void no_text_ends_in_anything_but_a_value_or_a_jsonata_error() throws IOException {
        long seed = Long.getLong("stepwright.fuzz.seed", 20260101L);
        int rounds = Integer.getInteger("stepwright.fuzz", QUICK);
        SplittableRandom random = new SplittableRandom(seed);
        List<String> seeds = Cases.expressions();
        List<String> words =
                seeds.stream().flatMap(text -> words(text).stream()).toList();
        JsonNode input =
                JsonDocument.parse(ODD + Cases.input().toString().substring(1)).root();
        int values = 0;
        int errors = 0;

        for (int i = 0; i < rounds; i++) {
            String text = mutated(seeds.get(random.nextInt(seeds.size())), words, random);
            try {
                Jsonata.parse(text).evaluate(input, BOUNDED);
                values++;
            } catch (JsonataException expected) {
                errors++;
                assertThat(expected.getMessage()).as(text).isNotEmpty();
                checkProblems(text, expected);
            } catch (RuntimeException | StackOverflowError | AssertionError wrong) {
                throw new AssertionError("seed " + seed + ", round " + i + ": " + text, wrong);
            }
        }

        assertThat(values).isPositive();
        assertThat(errors).isPositive();
    }

    private static void checkProblems(String text, JsonataException error) {
        List<SyntaxProblem> problems = Jsonata.problems(text);
        if (error.code().startsWith("S")) {
            assertThat(problems)
                    .as(text)
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.start()).isBetween(-1, text.length()));
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static String mutated(String text, List<String> all, SplittableRandom random) {
        List<String> words = words(text);
        for (int changes = 1 + random.nextInt(4); changes > 0 && !words.isEmpty(); changes--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, all.get(random.nextInt(all.size())));
                case 2 -> words.set(at, all.get(random.nextInt(all.size())));
                case 3 -> words.set(at, words.get(random.nextInt(words.size())));
                default ->
                    words.set(
                            at,
                            words.get(at).substring(random.nextInt(words.get(at).length() + 1)));
            }
        }
        return String.join("", words);
    }
}
