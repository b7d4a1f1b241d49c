package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.shape.NamedType;
import dev.stepwright.codegen.shape.NamedType.Alternative;
import dev.stepwright.codegen.shape.NamedType.UnionType;
import dev.stepwright.codegen.schema.Place;
import java.util.HashMap;
import java.util.Map;

/** Makes the types of a union implement its sealed interface. */
record Unions(JavaTypes types, Findings findings) {
    private static final String RULE = "ASL-GEN-004";

    void link(Map<Place, NamedType> all, SourceFiles source) {
        Map<Place, UnionType> unionOf = new HashMap<>();
        for (NamedType type : all.values()) {
            if (type instanceof UnionType union) {
                union.alternatives().forEach(alternative -> link(union, alternative, unionOf, source));
            }
        }
    }

    private void link(UnionType union, Alternative alternative, Map<Place, UnionType> unionOf, SourceFiles source) {
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
    }

    private ClassName name(Place place) {
        return types.name(place);
    }

    private void refuse(UnionType union, String message) {
        findings.error(union.place().file().path(), union.place().position(), RULE, message);
    }
}
