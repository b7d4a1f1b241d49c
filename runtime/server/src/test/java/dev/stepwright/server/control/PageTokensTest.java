package dev.stepwright.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.server.api.ApiError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {
    private Instant now = Instant.EPOCH;
    private final PageTokens tokens = new PageTokens(() -> now, new byte[] {1, 2, 3});

    @Test
    void a_token_gives_its_key_back_for_the_same_query() {
        assertThat(tokens.open("list", tokens.issue("list", "a|key \u00e4"))).isEqualTo("a|key \u00e4");
    }

    @Test
    void a_token_is_refused_for_another_query_and_by_another_server() {
        String token = tokens.issue("list", "key");

        assertInvalid("other list", token);
        assertThatThrownBy(() -> new PageTokens(() -> now, new byte[] {1}).open("list", token))
                .isInstanceOf(ApiError.class);
    }

    @Test
    void a_token_is_good_for_a_day() {
        String token = tokens.issue("list", "key");

        now = now.plus(Duration.ofHours(24));
        assertThat(tokens.open("list", token)).isEqualTo("key");

        now = now.plusMillis(1);
        assertInvalid("list", token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "made up", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_was_never_issued_is_refused(String token) {
        assertInvalid("list", token);
    }

    @Test
    void pages_together_hold_everything_once_whatever_comes_and_goes_between_them() {
        List<String> items = IntStream.range(0, 10).mapToObj(i -> "item" + i).toList();

        Page<String> first = Page.of(items.stream(), item -> item, new Page.Query("q", 4, null), tokens);
        List<String> later = IntStream.range(4, 12).mapToObj(i -> "item" + i).toList();
        Page<String> second = Page.of(later.stream(), item -> item, new Page.Query("q", 6, first.nextToken()), tokens);

        assertThat(first.items()).containsExactly("item0", "item1", "item2", "item3");
        assertThat(second.items()).containsExactly("item4", "item5", "item6", "item7", "item8", "item9");
        assertThat(second.nextToken()).isNull();
    }

    private void assertInvalid(String query, String token) {
        assertThatThrownBy(() -> tokens.open(query, token)).isInstanceOfSatisfying(ApiError.class, e -> {
            assertThat(e.code()).isEqualTo("InvalidToken");
            assertThat(e).hasMessage("Invalid Token: 'Invalid token'");
        });
    }
}
