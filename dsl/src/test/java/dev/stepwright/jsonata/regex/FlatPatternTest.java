package dev.stepwright.jsonata.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatPatternTest {
    private static final String[] SETS = {
        "a",
        "b",
        "=",
        "[ab]",
        "[^a]",
        "[^=\\n]",
        "\\w",
        "\\d",
        "\\W",
        "\\D",
        "[\\w=]",
        "[a-c1]",
        "\\x{e9}",
        "[\\x{80}-\\x{ffff}]",
        "\\."
    };
    private static final String[] REPEATS = {
        "", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{2,}", "{0,2}?"
    };
    private static final String ALPHABET = "aab=1.é\n";

    @Test
    void finds_what_the_jdk_finds() {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String source = pattern(random);
            String text = text(random);
            FlatPattern flat = FlatPattern.of(source);

            assertThat(flat).as(source).isNotNull();
            assertThat(found(flat, text))
                    .as("/%s/ in \"%s\", seed %d", source, text, seed)
                    .isEqualTo(found(Pattern.compile(source.replace("$", "\\z")), text));
        }
    }

    private static String pattern(Random random) {
        StringBuilder pattern = new StringBuilder(random.nextInt(8) == 0 ? "^" : "");
        int open = 0;
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(4) == 0) {
                pattern.append('(');
                open++;
            }
            pattern.append(SETS[random.nextInt(SETS.length)]).append(REPEATS[random.nextInt(REPEATS.length)]);
            if (open > 0 && random.nextBoolean()) {
                pattern.append(')');
                open--;
            }
        }
        return pattern.append(")".repeat(open))
                .append(random.nextInt(8) == 0 ? "$" : "")
                .toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static List<String> found(FlatPattern pattern, String text) {
        List<String> found = new ArrayList<>();
        FlatMatcher matcher = new FlatMatcher(pattern, text);
        for (int from = 0; from <= text.length(); from++) {
            found.add(matcher.find(from) ? Arrays.toString(matcher.bounds()) : "none");
        }
        return found;
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        for (int from = 0; from <= text.length(); from++) {
            if (!matcher.find(from)) {
                found.add("none");
                continue;
            }
            int[] bounds = new int[2 * matcher.groupCount() + 2];
            for (int i = 0; i <= matcher.groupCount(); i++) {
                bounds[2 * i] = matcher.start(i);
                bounds[2 * i + 1] = matcher.end(i);
            }
            found.add(Arrays.toString(bounds));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "(a)*", "(a)+b", "(?:a)", "\\ba", "a{x", "^*", "[\\D]", "\\p"})
    void leaves_everything_else_to_other_engines(String source) {
        assertThat(FlatPattern.of(source)).isNull();
    }

    @Test
    void leaves_texts_with_pairs_of_surrogates_to_other_engines() {
        FlatMatcher matcher = new FlatMatcher(FlatPattern.of("a.b".replace(".", "[^\\n]")), "a\uD83D\uDE00b");

        matcher.find(0);

        assertThat(matcher.isUnsuitable()).isTrue();
    }
}
