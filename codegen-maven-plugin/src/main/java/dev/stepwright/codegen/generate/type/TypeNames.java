package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.ClassName;
import dev.stepwright.codegen.generate.code.Claims;
import dev.stepwright.codegen.generate.code.Claims.Claimant;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.generate.code.Packages;
import dev.stepwright.codegen.generate.code.SourceFiles;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.shape.AlternativeNames;
import dev.stepwright.codegen.shape.NamedType;
import dev.stepwright.codegen.shape.NamedType.Alternative;
import dev.stepwright.codegen.shape.NamedType.UnionType;
import dev.stepwright.codegen.shape.TypeHomes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives every named type its class: the roots beside a definition theirs, all others by where they stand. */
public final class TypeNames {
    private final Packages packages;
    private final Map<String, ClassName> tasks;
    private final Claims claims;
    private final Findings findings;
    private final TypeHomes homes;
    private final Set<Place> inherited;
    private final Set<String> outside;
    private final Map<Spot, Long> neighbours;
    private final Map<Place, ClassName> names = new HashMap<>();

    /**
     * Prepares to name types; what cannot be named becomes a finding.
     *
     * @param tasks the interfaces of machines by the folders that hold the schemas of their tasks: {@code shop/order.tasks}
     */
    public TypeNames(
            Map<Place, NamedType> types,
            Packages packages,
            Map<String, ClassName> tasks,
            Claims claims,
            Findings findings) {
        this.packages = packages;
        this.tasks = Map.copyOf(tasks);
        this.claims = claims;
        this.findings = findings;
        this.homes = new TypeHomes(types.keySet());
        this.inherited = types.values().stream()
                .flatMap(type -> type instanceof UnionType union ? nested(union) : Stream.empty())
                .collect(Collectors.toSet());
        this.outside = types.keySet().stream()
                .filter(type ->
                        homes.enclosing(type).isEmpty() || homes.enclosing(type).equals(homes.root(type.file())))
                .flatMap(type -> TypeHomes.name(type).stream())
                .map(Names::type)
                .collect(Collectors.toSet());
        this.neighbours = types.keySet().stream().collect(Collectors.groupingBy(this::key, Collectors.counting()));
    }

    /**
     * What two types must not have in common.
     *
     * @param home the type that they stand in, or else their folder
     * @param name in lower case
     */
    private record Spot(Object home, String name) {}

    private Spot key(Place type) {
        return key(type, Names.type(TypeHomes.name(type).orElse(type.toString())));
    }

    private Spot key(Place type, String name) {
        Object home = homes.enclosing(type)
                .<Object>map(Function.identity())
                .orElseGet(() -> type.file().folder());
        return new Spot(home, name.toLowerCase(Locale.ROOT));
    }

    /** Returns the alternatives within a union that has others elsewhere: these inherit the names of those. */
    private Stream<Place> nested(UnionType union) {
        Predicate<Alternative> isNested = each -> homes.enclosing(each.type()).equals(Optional.of(union.place()));
        return union.alternatives().stream().allMatch(isNested)
                ? Stream.empty()
                : union.alternatives().stream().filter(isNested).map(Alternative::type);
    }

    /** Names the type of a file's root, if that is in this file and not in another one that it refers to. */
    public void nameRoot(SchemaFile file, ClassName name) {
        homes.root(file).ifPresent(place -> put(place, name));
    }

    /** Names the types that have no name yet and returns the class of each. */
    public Map<Place, ClassName> all(Set<Place> types) {
        types.forEach(this::name);
        return names;
    }

    private ClassName name(Place type) {
        ClassName known = names.get(type);
        if (known != null) {
            return known;
        }
        Optional<ClassName> outer = homes.enclosing(type).map(this::name);
        String simple = apart(type, simpleName(type));
        ClassName name = named(type, outer, readable(type, outer, Names.type(simple)));
        return put(
                type,
                type.lastIndex() >= 0 && names.containsValue(name)
                        ? named(type, outer, Names.type(AlternativeNames.byPosition(type, simple)))
                        : name);
    }

    /**
     * Returns the name of a type in another as people say it, where nothing beside or around it has that: one of {@code lines} is a {@code Line}, and
     * what hides a class that generated code uses is called after what is around it, too.
     */
    private String readable(Place type, Optional<ClassName> outer, String simple) {
        Stream<String> better = SourceFiles.uses(simple) && !type.node().has("title")
                ? outer.stream().map(around -> around.simpleName() + simple)
                : ElementNames.of(type).stream().map(Names::type).filter(one -> outer.isPresent());
        return better.filter(name -> !SourceFiles.uses(name) && !name.equals(BuilderSource.BUILDER))
                .filter(name -> !neighbours.containsKey(key(type, name)) && !isAround(outer, name))
                .findFirst()
                .orElse(simple);
    }

    private static boolean isAround(Optional<ClassName> outer, String simple) {
        return Stream.iterate(outer.orElse(null), Objects::nonNull, ClassName::enclosingClassName)
                .anyMatch(around -> around.simpleName().equals(simple));
    }

    /** Returns the class with a name, or one near it, if that is that of a class around it. */
    private ClassName named(Place type, Optional<ClassName> outer, String simple) {
        String free = simple.equals(BuilderSource.BUILDER)
                ? simple + "_"
                : isAround(outer, simple) || (inherited.contains(type) && outside.contains(simple))
                        ? outer.orElseThrow().simpleName() + simple
                        : simple;
        return outer.map(around -> around.nestedClass(free)).orElseGet(() -> alone(type.file(), free));
    }

    /** Returns the class for what is in no other type: beside those of tasks it stands with these in the interface. */
    private ClassName alone(SchemaFile file, String simple) {
        String folder = file.name().substring(0, Math.max(0, file.name().lastIndexOf('/')));
        ClassName around = file.isInferred() ? null : tasks.get(folder);
        return around == null ? ClassName.get(packages.of(file.name()), simple) : around.nestedClass(simple);
    }

    private ClassName put(Place type, ClassName name) {
        names.put(type, name);
        claims.claim(name, Claimant.of(type));
        return name;
    }

    /** Returns a name with that of the definition before it which the type is part of, where others beside it would have the same. */
    private String apart(Place type, String simple) {
        boolean isShared = neighbours.getOrDefault(key(type), 0L) > 1;
        return homes.definition(type)
                .filter(key -> isShared)
                .map(key -> key + " " + simple)
                .orElse(simple);
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
