package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.ClassName;
import dev.stepwright.codegen.generate.code.Claims;
import dev.stepwright.codegen.generate.code.Claims.Claimant;
import dev.stepwright.codegen.generate.code.JavaTypes;
import dev.stepwright.codegen.shape.NamedType;
import dev.stepwright.codegen.shape.NamedType.EnumType;
import dev.stepwright.codegen.shape.NamedType.Others;
import dev.stepwright.codegen.shape.NamedType.Property;
import dev.stepwright.codegen.shape.NamedType.RecordType;
import dev.stepwright.codegen.shape.NamedType.TupleType;
import java.util.List;

/** Claims the names of the components and constants of the named types. */
public record MemberClaims(JavaTypes types, Claims claims) {
    /** Claims the names of a type's components or constants. */
    public void claim(NamedType type) {
        ClassName owner = types.name(type.place());
        if (type instanceof RecordType record) {
            if (record.others() instanceof Others.Kept) {
                claims.claimMember(owner, RecordSource.ADDITIONAL, claimant(type, "the map of additional members"));
            }
            record.properties().forEach(property -> claim(owner, property));
            claimMethods(record, owner);
        } else if (type instanceof TupleType tuple) {
            if (tuple.rest() != null) {
                claims.claimMember(owner, TupleSource.REST, claimant(type, "the list of further elements"));
            }
            tuple.elements().forEach(element -> claim(owner, element));
        } else if (type instanceof EnumType enumeration) {
            for (String value : enumeration.values()) {
                claims.claimMember(
                        owner, JavaNames.of(enumeration, value), claimant(type, "the value \"" + value + "\""));
            }
        }
    }

    /** Claims the names of the classes and methods that are made of those of components. */
    private void claimMethods(RecordType record, ClassName owner) {
        List<Component> components = RecordSource.components(record, types);
        if (BuilderSource.isOfUse(record, components)) {
            components.stream()
                    .filter(component -> !component.isOptional())
                    .forEach(component ->
                            claims.checkLength(BuilderSource.stepName(owner, component), Claimant.of(record.place())));
        }
        if (Withers.areOfUse(record)) {
            components.stream()
                    .filter(Component::isOptional)
                    .forEach(component -> claims.claimMember(
                            owner,
                            "without" + component.capital(),
                            Claimant.of(component.property().place())));
        }
    }

    private void claim(ClassName owner, Property property) {
        claims.claimMember(owner, JavaNames.of(property), Claimant.of(property.place()));
    }

    private static Claimant claimant(NamedType type, String what) {
        return new Claimant(what, type.place().file().path(), type.place().position());
    }
}
