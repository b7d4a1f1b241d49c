package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import dev.stepwright.codegen.generate.Claims.Claimant;
import dev.stepwright.codegen.shape.AlternativeNames;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.shape.TypeHomes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every named type its class: the roots beside a definition theirs, all others by where they stand. */
final class TypeNames {
    private final Packages packages;
    private final Claims claims;
    private final Findings findings;
    private final TypeHomes homes;
    private final Map<Place, ClassName> names = new HashMap<>();

    TypeNames(Set<Place> types, Packages packages, Claims claims, Findings findings) {
        this.packages = packages;
        this.claims = claims;
        this.findings = findings;
        this.homes = new TypeHomes(types);
    }

    /** Names the type of a file's root, if that is in this file and not in another one that it refers to. */
    void nameRoot(SchemaFile file, ClassName name) {
        homes.root(file).ifPresent(place -> put(place, name));
    }

    Map<Place, ClassName> all(Set<Place> types) {
        types.forEach(this::name);
        return names;
    }

    private ClassName name(Place type) {
        ClassName known = names.get(type);
        if (known != null) {
            return known;
        }
        Optional<ClassName> outer = homes.enclosing(type).map(this::name);
        String simple = Names.type(simpleName(type));
        String free = simple.equals(BuilderSource.BUILDER) ? simple + "_" : simple;
        return put(
                type,
                outer.map(around -> around.nestedClass(free))
                        .orElseGet(() -> ClassName.get(packages.of(type.file().name()), free)));
    }

    private ClassName put(Place type, ClassName name) {
        names.put(type, name);
        claims.claim(name, Claimant.of(type));
        return name;
    }

    private String simpleName(Place type) {
        return TypeHomes.name(type).orElseGet(() -> {
            String name = AlternativeNames.byPosition(type);
            findings.hint(
                    type,
                    "ASL-GEN-003",
                    "nothing but its position tells this alternative from the others, so its class is "
                            + Names.type(name)
                            + ", and another one's as soon as one is put before it; give it a \"title\", such as"
                            + " \"CardPayment\"");
            return name;
        });
    }
}
