package dev.stepwright.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.server.api.ApiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions and their ends, and wrong secrets. */
class AccessTest {
    private static final String BOB_KEY = "AKIAI44QH8DHBEXAMPLE";
    private static final String BOB_SECRET = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";
    private static final String STATEMENT = "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}";

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final AtomicInteger tokens = new AtomicInteger();
    private final InstantSource clock = () -> now;
    private final Access access =
            of(GivenUsers.of(GivenUsers.ada(STATEMENT), GivenUsers.user("bob", BOB_KEY, BOB_SECRET, STATEMENT)));

    private Access of(Users users) {
        return new Access(
                users,
                "us-east-1",
                UnaryOperator.identity(),
                Map.of(),
                (operation, request) -> List.of(),
                clock,
                () -> "token" + tokens.incrementAndGet());
    }

    private void assertRefused(String key, String secret, String code) {
        assertThatThrownBy(() -> access.login(key, secret)).isInstanceOfSatisfying(ApiError.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused).hasMessageNotContaining(GivenUsers.SECRET);
        });
    }

    @Test
    void a_session_is_that_of_who_has_begun_it_until_it_ends() {
        String token = access.login(GivenUsers.KEY, GivenUsers.SECRET);
        assertThat(access.session(token).orElseThrow().name()).isEqualTo("ada");
        assertThat(access.session("token2")).isEmpty();

        access.logout(token);

        assertThat(access.session(token)).isEmpty();
        assertThat(access.login(BOB_KEY, BOB_SECRET)).isEqualTo("token2");
        assertThat(access.session("token2").orElseThrow().name()).isEqualTo("bob");
    }

    @Test
    void a_session_ends_when_it_was_not_used_for_eight_hours() {
        String used = access.login(GivenUsers.KEY, GivenUsers.SECRET);
        String unused = access.login(GivenUsers.KEY, GivenUsers.SECRET);
        now = now.plus(Duration.ofHours(5));
        assertThat(access.session(used)).isPresent();

        now = now.plus(Duration.ofHours(3)).plusSeconds(1);

        assertThat(access.session(unused)).isEmpty();
        assertThat(access.session(used)).isPresent();
    }

    @Test
    void a_user_has_a_hundred_sessions_and_takes_none_from_others() {
        String bobs = access.login(BOB_KEY, BOB_SECRET);
        String first = access.login(GivenUsers.KEY, GivenUsers.SECRET);
        String second = access.login(GivenUsers.KEY, GivenUsers.SECRET);
        for (int i = 2; i < 100; i++) {
            access.login(GivenUsers.KEY, GivenUsers.SECRET);
        }
        assertThat(access.session(first)).isPresent();

        String last = access.login(GivenUsers.KEY, GivenUsers.SECRET);

        assertThat(access.session(second)).isEmpty();
        assertThat(access.session(first)).isPresent();
        assertThat(access.session(last)).isPresent();
        assertThat(access.session(bobs)).isPresent();
    }

    @Test
    void after_five_wrong_secrets_none_is_looked_at_for_a_minute() {
        for (int i = 0; i < 5; i++) {
            assertRefused(GivenUsers.KEY, "wrong", "UnrecognizedClientException");
        }
        assertRefused(GivenUsers.KEY, GivenUsers.SECRET, "ThrottlingException");
        assertThat(access.login(BOB_KEY, BOB_SECRET)).isNotEmpty();

        now = now.plusSeconds(59);
        assertRefused(GivenUsers.KEY, GivenUsers.SECRET, "ThrottlingException");
        now = now.plusSeconds(1);

        assertRefused(GivenUsers.KEY, "wrong", "UnrecognizedClientException");
        assertThat(access.login(GivenUsers.KEY, GivenUsers.SECRET)).isNotEmpty();
        for (int i = 0; i < 4; i++) {
            assertRefused(GivenUsers.KEY, "wrong", "UnrecognizedClientException");
        }
        assertThat(access.login(GivenUsers.KEY, GivenUsers.SECRET)).isNotEmpty();
    }

    @Test
    void an_unknown_key_is_refused_like_a_wrong_secret() {
        for (int i = 0; i < 20; i++) {
            assertRefused("AKIAUNKNOWN", GivenUsers.SECRET, "UnrecognizedClientException");
        }
        assertRefused("", "", "UnrecognizedClientException");
    }

    @Test
    void users_and_their_sessions_are_those_of_the_file_as_it_is_now(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("users.json"), GivenUsers.ada(STATEMENT));
        Access live = of(Users.read(file));
        String adas = live.login(GivenUsers.KEY, GivenUsers.SECRET);

        Files.writeString(file, "not a file of users");
        assertThat(live.session(adas)).isPresent();
        Files.writeString(file, GivenUsers.user("bob", BOB_KEY, BOB_SECRET, STATEMENT));

        assertThat(live.session(adas)).isEmpty();
        assertThatThrownBy(() -> live.login(GivenUsers.KEY, GivenUsers.SECRET)).isInstanceOf(ApiError.class);
        assertThat(live.session(live.login(BOB_KEY, BOB_SECRET)).orElseThrow().name())
                .isEqualTo("bob");
    }
}
