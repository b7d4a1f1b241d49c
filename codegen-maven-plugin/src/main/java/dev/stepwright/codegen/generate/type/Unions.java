package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.ClassName;
import dev.stepwright.codegen.generate.code.JavaTypes;
import dev.stepwright.codegen.generate.code.SourceFiles;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.shape.NamedType;
import dev.stepwright.codegen.shape.NamedType.Alternative;
import dev.stepwright.codegen.shape.NamedType.UnionType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes the types of a union implement its sealed interface. */
public record Unions(JavaTypes types, Findings findings) {
    private static final String RULE = "ASL-GEN-004";

    /** Has each alternative of a union implement its interface. */
    public void link(Map<Place, NamedType> all, SourceFiles source) {
        Map<Place, UnionType> unionOf = new HashMap<>();
        Map<ClassName, Set<ClassName>> needs = new HashMap<>();
        for (NamedType type : all.values()) {
            if (type instanceof UnionType union) {
                union.alternatives().forEach(alternative -> link(union, alternative, unionOf, needs, source));
            }
        }
    }

    private void link(
            UnionType union,
            Alternative alternative,
            Map<Place, UnionType> unionOf,
            Map<ClassName, Set<ClassName>> needs,
            SourceFiles source) {
        ClassName sealed = name(union.place());
        ClassName record = name(alternative.type());
        UnionType first = unionOf.putIfAbsent(alternative.type(), union);
        if (first != null
                && first.discriminator().isPresent()
                && union.discriminator().isPresent()
                && !first.discriminator().equals(union.discriminator())) {
            refuse(
                    union,
                    "the alternative at " + alternative.type().where() + " is one of "
                            + first.place().where()
                            + " too, where it is told apart by another member; use one member for both");
        }
        source.spec(record).addSuperinterface(sealed);
        Set<ClassName> needed = needs.computeIfAbsent(record, each -> new HashSet<>());
        for (ClassName name = sealed; name != null; name = name.enclosingClassName()) {
            needed.add(name);
        }
        if (needs(sealed, record, needs, new HashSet<>())) {
            refuse(
                    union,
                    "the alternative at " + alternative.type().where()
                            + " would have to implement an interface that stands"
                            + " within what it is part of itself; move this union to \"$defs\"");
        }
    }

    /** Java knows no class that implements what is nested in a class that implements what is nested in it. */
    private static boolean needs(
            ClassName one, ClassName other, Map<ClassName, Set<ClassName>> needs, Set<ClassName> seen) {
        for (ClassName name = one; name != null; name = name.enclosingClassName()) {
            if (name.equals(other)
                    || (seen.add(name)
                            && needs.getOrDefault(name, Set.of()).stream()
                                    .anyMatch(each -> needs(each, other, needs, seen)))) {
                return true;
            }
        }
        return false;
    }

    private ClassName name(Place place) {
        return types.name(place);
    }

    private void refuse(UnionType union, String message) {
        findings.error(union.place().file().path(), union.place().position(), RULE, message);
    }
}
