package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.code.Code;
import dev.stepwright.jsonata.code.LocalVariable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame as the compiler sees it, and the frames around it. */
final class Scope {
    final Variables variables;
    private final @Nullable Scope outer;

    Scope(@Nullable Scope outer, Variables variables) {
        this.outer = outer;
        this.variables = variables;
    }

    /** Returns code that reads a variable; {@code unbound} is what it stands for while nothing is assigned. */
    Code read(String name, Code unbound) {
        List<Integer> hops = new ArrayList<>();
        List<Integer> slots = new ArrayList<>();
        int hop = 0;
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Integer place = scope.variables.place(name);
            if (place != null) {
                hops.add(hop);
                slots.add(place);
                if (scope.variables.isAlwaysAssigned(name)) {
                    break;
                }
            }
            hop++;
        }
        return slots.isEmpty() ? unbound : new LocalVariable(ints(hops), ints(slots), unbound);
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
