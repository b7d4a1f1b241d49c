package dev.stepwright.codegen.infer;

import dev.stepwright.codegen.generate.code.Names;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The Java names that are taken around and in a type that is being made; file systems make names that differ only in case one. */
final class TypeScope {
    private final String name;
    private final Set<String> around;
    private final Set<String> within = new HashSet<>(Set.of("builder"));
    private final Set<String> members = new HashSet<>(Set.of("additional"));

    private TypeScope(String name, Set<String> around) {
        this.name = name;
        this.around = around;
    }

    /**
     * Returns the scope of a type that is not within another inferred one.
     *
     * @param around the Java names of the classes around it
     */
    static TypeScope of(String name, Set<String> around) {
        Set<String> taken = new HashSet<>(Set.of(key(name)));
        around.forEach(each -> taken.add(key(each)));
        return new TypeScope(name, taken);
    }

    String name() {
        return name;
    }

    /** Takes the name of a component; returns whether it was free. */
    boolean takeMember(String json) {
        return members.add(Names.member(json));
    }

    /** Takes a name for a type within this one; empty if neither its own nor that with this one's before it is free. */
    Optional<TypeScope> enter(String json) {
        String own = Names.type(json);
        for (String free : new String[] {own, name + own}) {
            if (free.matches("[A-Z][A-Za-z0-9]*") && !around.contains(key(free)) && within.add(key(free))) {
                return Optional.of(of(free, around));
            }
        }
        return Optional.empty();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
