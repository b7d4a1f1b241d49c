package dev.stepwright.server.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The sessions of browsers, in memory. One ends when it has not been used for a time, or when its user has begun many others since it was. */
final class Sessions {
    static final Duration UNUSED = Duration.ofHours(8);
    static final int MOST_OF_A_USER = 100;

    private final InstantSource clock;
    private final Supplier<String> tokens;

    /** By the hashes of their tokens, the least recently used first: how long a search takes tells nothing about a token. */
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    /** @param tokens words that nobody can guess */
    Sessions(InstantSource clock, Supplier<String> tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    /** @param keyId of the access key that it has begun with */
    private record Session(String user, String keyId, Instant lastUse) {}

    /** Returns the token of a new session. */
    synchronized String begin(String user, String keyId) {
        removeUnused();
        long count = sessions.values().stream()
                .filter(session -> session.user.equals(user))
                .count();
        Iterator<Session> oldest = sessions.values().iterator();
        while (count >= MOST_OF_A_USER) {
            if (oldest.next().user.equals(user)) {
                oldest.remove();
                count--;
            }
        }
        String token = tokens.get();
        sessions.put(hash(token), new Session(user, keyId, clock.instant()));
        return token;
    }

    /** Returns the access key that a session has begun with, and counts that as a use; empty if it has ended. */
    synchronized Optional<String> keyId(String token) {
        removeUnused();
        String hash = hash(token);
        Session session = sessions.remove(hash);
        if (session == null) {
            return Optional.empty();
        }
        sessions.put(hash, new Session(session.user, session.keyId, clock.instant()));
        return Optional.of(session.keyId);
    }

    synchronized void end(String token) {
        sessions.remove(hash(token));
    }

    private void removeUnused() {
        Instant earliest = clock.instant().minus(UNUSED);
        Iterator<Session> oldest = sessions.values().iterator();
        while (oldest.hasNext() && oldest.next().lastUse.isBefore(earliest)) {
            oldest.remove();
        }
    }

    private static String hash(String token) {
        return HexFormat.of().formatHex(AccessKey.sha256(token.getBytes(StandardCharsets.UTF_8)));
    }
}
