package dev.stepwright.server.access;

import dev.stepwright.server.api.ApiError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the wrong secrets that somebody tries for an access key that there is. After a few, none is looked at for a minute. */
final class WrongSecrets {
    private static final int MOST = 5;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final ConcurrentMap<String, Tries> triesByKeyId = new ConcurrentHashMap<>();

    WrongSecrets(InstantSource clock) {
        this.clock = clock;
    }

    private record Tries(int count, Instant last) {}

    /** @throws ApiError {@code ThrottlingException} */
    void check(String keyId) {
        Tries tries = triesByKeyId.get(keyId);
        if (tries != null && tries.count >= MOST && !isOver(tries)) {
            throw ApiError.of(
                    "ThrottlingException",
                    "The secret access key was wrong too often. Try it again a minute after the last time.");
        }
    }

    private boolean isOver(Tries tries) {
        return !clock.instant().isBefore(tries.last.plus(PAUSE));
    }

    void add(String keyId) {
        triesByKeyId.merge(
                keyId,
                new Tries(1, clock.instant()),
                (before, one) -> new Tries(isOver(before) ? 1 : before.count + 1, one.last));
    }

    void forget(String keyId) {
        triesByKeyId.remove(keyId);
    }
}
