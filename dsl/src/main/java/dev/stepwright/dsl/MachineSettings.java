package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a machine has beside its states.
 *
 * @param checked whether the machine has to keep the rules of the language; it has to be whole in any case
 */
record MachineSettings(
        @Nullable String comment,
        QueryLanguage language,
        @Nullable Duration timeout,
        Function<String, String> resources,
        OtherFields fields,
        StateOrder order,
        boolean checked) {
    static final MachineSettings DEFAULT = new MachineSettings(
            null, QueryLanguage.JSONATA, null, method -> "", OtherFields.NONE, StateOrder.AS_REACHED, true);

    MachineSettings comment(String text) {
        return new MachineSettings(text, language, timeout, resources, fields, order, checked);
    }

    MachineSettings language(QueryLanguage other) {
        return new MachineSettings(comment, other, timeout, resources, fields, order, checked);
    }

    MachineSettings timeout(Duration limit) {
        return new MachineSettings(comment, language, limit, resources, fields, order, checked);
    }

    MachineSettings resources(Function<String, String> names) {
        return new MachineSettings(comment, language, timeout, names, fields, order, checked);
    }

    MachineSettings fields(OtherFields other) {
        return new MachineSettings(comment, language, timeout, resources, other, order, checked);
    }

    MachineSettings order(StateOrder other) {
        return new MachineSettings(comment, language, timeout, resources, fields, other, checked);
    }

    MachineSettings unchecked() {
        return new MachineSettings(comment, language, timeout, resources, fields, order, false);
    }
}
