package dev.stepwright.dsl;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which states the labels of one scope are on. */
final class Labels {
    private final MachineNames names;
    private final Problems problems;
    private final Map<StateRef<?>, Set<Target>> targets = new LinkedHashMap<>();

    Labels(MachineNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    void put(StateRef<?> label, Target target) {
        targets.computeIfAbsent(label, unseen -> new LinkedHashSet<>()).add(target);
        names.bound(label);
    }

    /** Follows labels; a jump that leads nowhere is taken for the end. */
    Target resolve(Target target, String from) {
        Target at = target;
        Set<StateRef<?>> passed = new HashSet<>();
        while (at instanceof Target.Label label) {
            Set<Target> on = targets.get(label.label());
            if (on == null) {
                names.unbound(from, label.label());
                return Target.END;
            }
            if (!passed.add(label.label())) {
                problems.add(from, "goTo(" + label.label() + ") loops without a state", "put a state into the loop");
                return Target.END;
            }
            at = on.iterator().next();
        }
        return at;
    }

    /** Reports labels that are on two states. */
    void report() {
        targets.forEach((label, on) -> {
            Set<Target> different = new LinkedHashSet<>();
            on.forEach(target -> different.add(resolve(target, label.toString())));
            if (different.size() > 1) {
                List<Target> two = List.copyOf(different);
                problems.add(
                        "",
                        "the label " + label + " is on two states, " + two.get(0) + " and " + two.get(1),
                        "use a second label");
            }
        });
    }
}
