package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The activities that there are. */
final class Activities {
    private final ConcurrentMap<String, Activity> byArn = new ConcurrentHashMap<>();
    private final KeptActivities kept;

    /** Begins with the activities that were kept. Every change is kept before it is seen. */
    Activities(KeptActivities kept) {
        this.kept = kept;
        kept.all().forEach(activity -> byArn.put(activity.arn(), activity));
    }

    private Activity keep(@Nullable Activity before, Activity activity) {
        if (!activity.equals(before)) {
            kept.put(activity);
        }
        return activity;
    }

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
        return byArn.compute(arn, (key, there) -> keep(there, there == null ? fresh.get() : existing.apply(there)));
    }

    /** Changes an activity if it is there. */
    void change(String arn, UnaryOperator<Activity> change) {
        byArn.computeIfPresent(arn, (key, there) -> keep(there, change.apply(there)));
    }

    void remove(String arn) {
        byArn.computeIfPresent(arn, (key, there) -> {
            kept.remove(arn);
            return null;
        });
    }
}
