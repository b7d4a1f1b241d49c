package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One state machine, as it is at a moment. Immutable: a change makes another one.
 *
 * @param key tells a machine from an earlier one of the same name
 * @param type {@code STANDARD} or {@code EXPRESS}
 * @param isDeleting whether it is only there until its executions have ended
 * @param revision the present one
 * @param published how many versions have been published, deleted ones included
 * @param versions by number
 * @param aliases by name
 * @param tags by key
 */
record StateMachine(
        UUID key,
        String arn,
        String name,
        String type,
        Instant creationDate,
        boolean isDeleting,
        Revision revision,
        int published,
        SortedMap<Integer, Version> versions,
        SortedMap<String, Alias> aliases,
        Map<String, String> tags) {
    private static final int MOST_VERSIONS = 1_000;
    private static final int MOST_ALIASES = 100;

    StateMachine {
        versions = Collections.unmodifiableSortedMap(versions);
        aliases = Collections.unmodifiableSortedMap(aliases);
        tags = Collections.unmodifiableMap(tags);
    }

    boolean isExpress() {
        return type.equals("EXPRESS");
    }

    String status() {
        return isDeleting ? "DELETING" : "ACTIVE";
    }

    String versionArn(Version version) {
        return arn + ":" + version.number();
    }

    String aliasArn(Alias alias) {
        return arn + ":" + alias.name();
    }

    /** Returns the version that was made of a revision, if there is one. */
    Optional<Version> versionOf(Revision revision) {
        return versions.values().stream()
                .filter(version -> version.revision().isSameAs(revision))
                .findFirst();
    }

    /** Returns the version that was published when the machine was created; empty if none was, or it has been deleted. */
    Optional<Version> publishedAtCreation() {
        return Optional.ofNullable(versions.get(1))
                .filter(version -> version.creationDate().equals(creationDate));
    }

    StateMachine deleting() {
        return new StateMachine(key, arn, name, type, creationDate, true, revision, published, versions, aliases, tags);
    }

    StateMachine with(Revision next) {
        return new StateMachine(
                key, arn, name, type, creationDate, isDeleting, next, published, versions, aliases, tags);
    }

    private void checkQuota(int there, int most, String what) {
        if (there >= most) {
            throw ApiError.of(
                    "ServiceQuotaExceededException",
                    "The state machine '" + arn + "' has " + there + " " + what + " and can have at most " + most
                            + "; delete those that you do not use");
        }
    }

    /**
     * Returns the machine with its present revision published.
     *
     * @throws ApiError {@code ServiceQuotaExceededException}
     */
    StateMachine published(@Nullable String description, Instant now) {
        checkQuota(versions.size(), MOST_VERSIONS, "versions");
        SortedMap<Integer, Version> more = new TreeMap<>(versions);
        more.put(published + 1, new Version(published + 1, revision, description, now));
        return new StateMachine(
                key, arn, name, type, creationDate, isDeleting, revision, published + 1, more, aliases, tags);
    }

    StateMachine without(int version) {
        SortedMap<Integer, Version> fewer = new TreeMap<>(versions);
        fewer.remove(version);
        return new StateMachine(
                key, arn, name, type, creationDate, isDeleting, revision, published, fewer, aliases, tags);
    }

    StateMachine with(Alias alias) {
        if (!aliases.containsKey(alias.name())) {
            checkQuota(aliases.size(), MOST_ALIASES, "aliases");
        }
        SortedMap<String, Alias> more = new TreeMap<>(aliases);
        more.put(alias.name(), alias);
        return new StateMachine(
                key, arn, name, type, creationDate, isDeleting, revision, published, versions, more, tags);
    }

    StateMachine withoutAlias(String alias) {
        SortedMap<String, Alias> fewer = new TreeMap<>(aliases);
        fewer.remove(alias);
        return new StateMachine(
                key, arn, name, type, creationDate, isDeleting, revision, published, versions, fewer, tags);
    }

    StateMachine with(Map<String, String> otherTags) {
        return new StateMachine(
                key, arn, name, type, creationDate, isDeleting, revision, published, versions, aliases, otherTags);
    }
}
