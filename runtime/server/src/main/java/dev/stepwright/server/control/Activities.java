package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The activities that there are. */
final class Activities {
    private final ConcurrentMap<String, Activity> byArn = new ConcurrentHashMap<>();

    Stream<Activity> all() {
        return byArn.values().stream();
    }

    Optional<Activity> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** @throws ApiError {@code ActivityDoesNotExist} */
    Activity get(String arn) {
        return find(arn).orElseThrow(() -> ApiError.activityDoesNotExist(arn));
    }

    Activity addOr(String arn, Supplier<Activity> fresh, UnaryOperator<Activity> existing) {
        return byArn.compute(arn, (key, there) -> there == null ? fresh.get() : existing.apply(there));
    }

    /** Changes an activity if it is there. */
    void change(String arn, UnaryOperator<Activity> change) {
        byArn.computeIfPresent(arn, (key, there) -> change.apply(there));
    }

    void remove(String arn) {
        byArn.remove(arn);
    }
}
