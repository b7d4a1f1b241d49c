package dev.stepwright.codegen.generate.type;

import com.fasterxml.jackson.annotation.JsonValue;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.codegen.generate.code.Docs;
import dev.stepwright.codegen.generate.code.JavaTypes;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.shape.NamedType;
import dev.stepwright.codegen.shape.NamedType.EnumType;
import dev.stepwright.codegen.shape.NamedType.RecordType;
import dev.stepwright.codegen.shape.NamedType.TupleType;
import dev.stepwright.codegen.shape.NamedType.UnionType;
import dev.stepwright.codegen.shape.NamedType.ValueType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The Java type of each named type.
 *
 * @param told the members by whose constants sealed interfaces tell records apart
 */
public record TypeSource(JavaTypes types, Map<Place, Set<String>> told) {
    /** Prepares the source of types, which know the unions that they are part of. */
    public static TypeSource of(Collection<NamedType> all, JavaTypes types) {
        Map<Place, Set<String>> told = new HashMap<>();
        for (NamedType type : all) {
            if (type instanceof UnionType union && union.discriminator().isPresent()) {
                union.alternatives()
                        .forEach(each -> told.computeIfAbsent(each.type(), place -> new HashSet<>())
                                .add(union.discriminator().get()));
            }
        }
        return new TypeSource(types, told);
    }

    /** Returns the source of a type. */
    public TypeSpec.Builder spec(NamedType type) {
        if (type instanceof RecordType record) {
            return new RecordSource(record, types).spec(told.getOrDefault(type.place(), Set.of()));
        }
        if (type instanceof EnumType enumeration) {
            return enumeration(enumeration);
        }
        if (type instanceof UnionType union) {
            return new UnionSource(union, types).spec();
        }
        return type instanceof TupleType tuple ? new TupleSource(tuple, types).spec() : value((ValueType) type);
    }

    private ClassName name(Place place) {
        return types.name(place);
    }

    private TypeSpec.Builder enumeration(EnumType type) {
        TypeSpec.Builder spec = TypeSpec.enumBuilder(name(type.place()).simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.ofType(type.place(), "text"))
                .addField(String.class, "value", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "value")
                        .addStatement("this.value = value")
                        .build());
        for (String value : type.values()) {
            spec.addEnumConstant(
                    JavaNames.of(type, value),
                    TypeSpec.anonymousClassBuilder("$S", value).build());
        }
        ClassName name = name(type.place());
        return spec.addMethod(MethodSpec.methodBuilder("value")
                        .addAnnotation(JsonValue.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addJavadoc("Returns the value as JSON has it.\n")
                        .addStatement("return value")
                        .build())
                .addMethod(MethodSpec.methodBuilder("of")
                        .addAnnotation(Constructors.creator("DELEGATING"))
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(name)
                        .addParameter(String.class, "value")
                        .addJavadoc("Returns the constant of a value.\n\n"
                                + "@throws IllegalArgumentException if there is none\n")
                        .beginControlFlow("for ($T each : values())", name)
                        .beginControlFlow("if (each.value.equals(value))")
                        .addStatement("return each")
                        .endControlFlow()
                        .endControlFlow()
                        .addStatement(
                                "throw new $T($S + value + $S)",
                                IllegalArgumentException.class,
                                "\"",
                                "\" is none of " + String.join(", ", shown(type.values())))
                        .build());
    }

    private static List<String> shown(List<String> values) {
        return values.size() <= 10
                ? values
                : Stream.concat(values.stream().limit(10), Stream.of("and " + (values.size() - 10) + " more"))
                        .toList();
    }

    private TypeSpec.Builder value(ValueType type) {
        ClassName name = name(type.place());
        TypeName component = types.of(type.value());
        Locals locals = new Locals(Set.of("value"));
        Checks checks = new Checks(types, locals);
        checks.add(type.value(), "value", Label.of("value"));
        CodeBlock.Builder body = CodeBlock.builder();
        if (!component.isPrimitive()) {
            body.addStatement("$T.requireNonNull(value, $S)", Objects.class, "value is required");
        }
        if (Copies.isNeeded(type.value())) {
            body.addStatement("value = $L", new Copies(locals).of(type.value(), "value", "value"));
        }
        return TypeSpec.recordBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.ofType(type.place(), "value"))
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(ParameterSpec.builder(component, "value")
                                .addAnnotation(JsonValue.class)
                                .addJavadoc("the value itself; JSON has it without an object around it\n")
                                .build())
                        .build())
                .addFields(checks.patterns())
                .addMethod(MethodSpec.compactConstructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(Constructors.creator("DELEGATING"))
                        .addCode(body.add(checks.code()).build())
                        .build());
    }
}
