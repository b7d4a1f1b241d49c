package dev.stepwright.codegen.generate.code;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.json.JsonForms;
import dev.stepwright.json.Unmodifiable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts classes into the classes around them and prints what stands alone. */
public final class SourceFiles {
    /** The classes of others in generated source. Where a generated class has the name of one, both are written out in full. */
    private static final Set<String> USED = Stream.of(
                    ArrayList.class,
                    Arrays.class,
                    BigDecimal.class,
                    BigInteger.class,
                    Boolean.class,
                    Deprecated.class,
                    Double.class,
                    Duration.class,
                    Generated.class,
                    HashSet.class,
                    IllegalArgumentException.class,
                    Instant.class,
                    Integer.class,
                    JsonAnyGetter.class,
                    JsonAnySetter.class,
                    JsonCreator.class,
                    JsonForms.class,
                    JsonIgnoreProperties.class,
                    JsonInclude.class,
                    JsonNode.class,
                    JsonProperty.class,
                    JsonSetter.class,
                    JsonSubTypes.class,
                    JsonTypeInfo.class,
                    JsonValue.class,
                    List.class,
                    LocalDate.class,
                    Long.class,
                    Map.class,
                    NullMarked.class,
                    Nullable.class,
                    Nulls.class,
                    Object.class,
                    Objects.class,
                    OffsetDateTime.class,
                    OffsetTime.class,
                    Optional.class,
                    Override.class,
                    Pattern.class,
                    String.class,
                    SuppressWarnings.class,
                    URI.class,
                    UUID.class,
                    Unmodifiable.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    /** How many of the files that a class comes from are named. */
    private static final int MOST_SOURCES = 3;

    private final Map<ClassName, TypeSpec.Builder> specs = new LinkedHashMap<>();
    private final Map<ClassName, List<ClassName>> within = new HashMap<>();
    private final Map<ClassName, String> sources = new HashMap<>();
    private final Set<ClassName> tests = new HashSet<>();

    /** Returns whether generated source uses a class of others that has this name. */
    public static boolean uses(String simpleName) {
        return USED.contains(simpleName);
    }

    /**
     * Adds a class; those within one class stand there in the order in which they were added.
     *
     * @param source the file that it comes from
     */
    public void add(ClassName name, TypeSpec.Builder spec, String source) {
        ClassName outer = name.enclosingClassName();
        if (specs.put(name, spec) == null && outer != null) {
            within.computeIfAbsent(outer, each -> new ArrayList<>()).add(name);
        }
        sources.put(name, source);
    }

    /** Adds a class for tests. */
    public void addTest(ClassName name, TypeSpec.Builder spec, String source) {
        add(name, spec, source);
        tests.add(name);
    }

    /** Returns a class that was added, for more to be said about it. */
    public TypeSpec.Builder spec(ClassName name) {
        return Objects.requireNonNull(specs.get(name), () -> "no class " + name);
    }

    /** Returns the files, sorted by the names of their classes. */
    public List<GeneratedFile> print() {
        Set<ClassName> deprecated = deprecated();
        return specs.keySet().stream()
                .filter(name -> name.enclosingClassName() == null)
                .sorted(Comparator.comparing(ClassName::canonicalName))
                .map(name -> print(name, deprecated))
                .toList();
    }

    private GeneratedFile print(ClassName name, Set<ClassName> deprecated) {
        Set<String> from = new TreeSet<>();
        nest(name, from);
        if (usesDeprecated(name, deprecated)) {
            spec(name)
                    .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                            .addMember("value", "$S", "deprecation")
                            .build());
        }
        TypeSpec type = spec(name)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", "dev.stepwright.codegen")
                        .addMember("comments", "$S", sources(from))
                        .build())
                .build();
        String text = Layout.of(JavaFile.builder(name.packageName(), type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString());
        Root root = tests.contains(name) ? Root.TEST_SOURCES : Root.SOURCES;
        return new GeneratedFile(root, name.canonicalName().replace('.', '/') + ".java", text);
    }

    private static String sources(Set<String> from) {
        int more = from.size() - MOST_SOURCES;
        return from.stream().limit(MOST_SOURCES).collect(Collectors.joining(", "))
                + (more > 0 ? ", and " + more + " more" : "");
    }

    private Set<ClassName> deprecated() {
        return specs.keySet().stream()
                .filter(name -> spec(name).build().annotations().stream()
                        .anyMatch(annotation -> annotation.type().equals(ClassName.get(Deprecated.class))))
                .collect(Collectors.toSet());
    }

    /** Returns whether a class uses a deprecated one of another file, of which the compiler would warn whoever builds the project. */
    private boolean usesDeprecated(ClassName name, Set<ClassName> deprecated) {
        List<ClassName> others = deprecated.stream()
                .filter(each -> !each.topLevelClassName().equals(name))
                .toList();
        String text = others.isEmpty() ? "" : spec(name).build().toString();
        return others.stream().anyMatch(each -> text.contains(each.canonicalName()));
    }

    /** Puts the classes within a class into it, and theirs into them. */
    private void nest(ClassName name, Set<String> from) {
        from.add(sources.get(name));
        TypeSpec.Builder outer = spec(name);
        boolean inInterface = outer.build().kind() == TypeSpec.Kind.INTERFACE;
        for (ClassName nested : within.getOrDefault(name, List.of())) {
            nest(nested, from);
            TypeSpec.Builder inner = spec(nested);
            if (uses(nested.simpleName())) {
                outer.alwaysQualify(nested.simpleName());
            }
            // JavaPoet wants to be told what Java takes for granted in an interface.
            outer.addType((inInterface ? inner.addModifiers(Modifier.STATIC) : inner).build());
        }
    }
}
