package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import dev.stepwright.codegen.generate.Claims.Claimant;
import dev.stepwright.codegen.schema.NamedType;
import dev.stepwright.codegen.schema.NamedType.EnumType;
import dev.stepwright.codegen.schema.NamedType.Property;
import dev.stepwright.codegen.schema.NamedType.RecordType;

/** Claims the names of the components and constants of the named types. */
record MemberClaims(JavaTypes types, Claims claims) {
    void claim(NamedType type) {
        ClassName owner = types.name(type.place());
        if (type instanceof RecordType record) {
            if (record.additional() != null) {
                Claimant others = new Claimant(
                        "the map of additional members",
                        type.place().file().path(),
                        type.place().position());
                claims.claimMember(owner, RecordSource.ADDITIONAL, others);
            }
            for (Property property : record.properties()) {
                claims.claimMember(owner, Names.member(property.name()), Claimant.of(property.place()));
            }
        } else if (type instanceof EnumType enumeration) {
            for (String value : enumeration.values()) {
                Claimant claimant = new Claimant(
                        "the value \"" + value + "\"",
                        type.place().file().path(),
                        type.place().position());
                claims.claimMember(owner, Names.constant(value), claimant);
            }
        }
    }
}
