package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a machine has beside its states.
 */
record MachineSettings(
        @Nullable String comment,
        QueryLanguage language,
        @Nullable Duration timeout,
        @Nullable String version,
        Resources resources,
        Original original) {
    static final MachineSettings DEFAULT = new MachineSettings(
            null, QueryLanguage.JSONATA, null, null, new Resources(method -> "", false), Original.NONE);

    /** How the resources of task methods are written. */
    record Resources(Function<String, String> arns, boolean lambdaInvoke) {}

    /**
     * What is taken over from a definition.
     *
     * @param checked whether the machine has to keep the rules of the language; it has to be whole in any case
     * @param ignored the rules that it need not keep, each with the names of states; with none it is for all of them
     */
    record Original(OtherFields fields, StateOrder order, boolean checked, Map<String, List<String>> ignored) {
        static final Original NONE = new Original(OtherFields.NONE, StateOrder.AS_REACHED, true, Map.of());
    }

    MachineSettings comment(String other) {
        return new MachineSettings(other, language, timeout, version, resources, original);
    }

    MachineSettings language(QueryLanguage other) {
        return new MachineSettings(comment, other, timeout, version, resources, original);
    }

    MachineSettings timeout(Duration other) {
        Objects.requireNonNull(other, "the timeout of a machine must not be null");
        return new MachineSettings(comment, language, other, version, resources, original);
    }

    MachineSettings version(String other) {
        return new MachineSettings(comment, language, timeout, other, resources, original);
    }

    MachineSettings resources(Resources other) {
        return new MachineSettings(comment, language, timeout, version, other, original);
    }

    MachineSettings original(Original other) {
        return new MachineSettings(comment, language, timeout, version, resources, other);
    }

    MachineSettings with(String field, @Nullable Object value) {
        return original(
                new Original(original.fields.with(field, value), original.order, original.checked, original.ignored));
    }

    MachineSettings order(@Nullable String after, List<String> states) {
        return original(
                new Original(original.fields, original.order.plus(after, states), original.checked, original.ignored));
    }

    MachineSettings unchecked() {
        return original(new Original(original.fields, original.order, false, original.ignored));
    }

    MachineSettings ignoring(String rule, List<String> states) {
        Map<String, List<String>> ignored = new LinkedHashMap<>(original.ignored);
        ignored.merge(
                rule,
                states,
                (one, two) -> one.isEmpty() || two.isEmpty()
                        ? List.of()
                        : Stream.concat(one.stream(), two.stream()).distinct().toList());
        return original(new Original(original.fields, original.order, original.checked, ignored));
    }
}
