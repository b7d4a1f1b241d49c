package dev.stepwright.codegen.generate.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.shape.Shape;
import dev.stepwright.codegen.shape.Shape.Elements;
import dev.stepwright.codegen.shape.Shape.Entries;
import dev.stepwright.codegen.shape.Shape.Foreign;
import dev.stepwright.codegen.shape.Shape.Named;
import dev.stepwright.codegen.shape.Shape.OrNull;
import dev.stepwright.codegen.shape.Shape.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Java type of each shape.
 *
 * @param names the classes of the named types
 * @param nullness how a type says that there may be no value
 * @param nested the classes directly within each class that has some
 */
public record JavaTypes(Map<Place, ClassName> names, Nullness nullness, Map<ClassName, Set<ClassName>> nested) {
    public static final ClassName JSON = ClassName.get("tools.jackson.databind", "JsonNode");

    /** Returns the types with the names of all named ones. */
    public JavaTypes(Map<Place, ClassName> names, Nullness nullness) {
        this(
                names,
                nullness,
                names.values().stream()
                        .filter(name -> name.enclosingClassName() != null)
                        .collect(Collectors.groupingBy(ClassName::enclosingClassName, Collectors.toSet())));
    }

    /** Returns the classes directly within a class. */
    public Set<ClassName> within(ClassName name) {
        return nested.getOrDefault(name, Set.of());
    }

    /** Returns the type of a value that is always there: {@code long}, {@code List<String>}. */
    public TypeName of(Shape shape) {
        if (shape instanceof Scalar scalar) {
            return scalar(scalar.kind());
        }
        if (shape instanceof Elements elements) {
            return ParameterizedTypeName.get(ClassName.get(List.class), boxed(elements.element()));
        }
        if (shape instanceof Entries entries) {
            return ParameterizedTypeName.get(
                    ClassName.get(Map.class), ClassName.get(String.class), boxed(entries.value()));
        }
        if (shape instanceof OrNull orNull) {
            return optional(boxed(orNull.shape()));
        }
        if (shape instanceof Foreign foreign) {
            return ClassName.bestGuess(foreign.name());
        }
        return shape instanceof Named named ? name(named.type()) : JSON;
    }

    /** Returns the class of a named type. */
    public ClassName name(Place type) {
        return Objects.requireNonNull(names.get(type), () -> "no name for " + type);
    }

    /** Returns the type of a shape where Java takes no primitive. */
    public TypeName boxed(Shape shape) {
        return of(shape).box();
    }

    /** Returns the type of a value that may be missing. */
    public TypeName absent(TypeName value) {
        return nullness == Nullness.OPTIONAL
                ? optional(value)
                : value.box().annotated(AnnotationSpec.builder(Nullable.class).build());
    }

    /** Returns an {@code Optional} of a type. */
    public static TypeName optional(TypeName value) {
        return ParameterizedTypeName.get(ClassName.get(Optional.class), value.box());
    }

    private static TypeName scalar(Shape.Kind kind) {
        return switch (kind) {
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case DOUBLE -> TypeName.DOUBLE;
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTES -> ArrayTypeName.of(TypeName.BYTE);
            case BIG_INTEGER -> ClassName.get(BigInteger.class);
            case DECIMAL -> ClassName.get(BigDecimal.class);
            case STRING -> ClassName.get(String.class);
            case INSTANT -> ClassName.get(Instant.class);
            case OFFSET_DATE_TIME -> ClassName.get(OffsetDateTime.class);
            case DATE -> ClassName.get(LocalDate.class);
            case TIME -> ClassName.get(OffsetTime.class);
            case DURATION -> ClassName.get(Duration.class);
            case URI -> ClassName.get(URI.class);
            case UUID -> ClassName.get(UUID.class);
        };
    }
}
