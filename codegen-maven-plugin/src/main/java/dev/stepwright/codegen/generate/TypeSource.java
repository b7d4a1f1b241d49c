package dev.stepwright.codegen.generate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.codegen.schema.NamedType;
import dev.stepwright.codegen.schema.NamedType.Alternative;
import dev.stepwright.codegen.schema.NamedType.EnumType;
import dev.stepwright.codegen.schema.NamedType.RecordType;
import dev.stepwright.codegen.schema.NamedType.UnionType;
import dev.stepwright.codegen.schema.NamedType.ValueType;
import dev.stepwright.codegen.schema.Place;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The Java type of each named type but records: enumerations, sealed interfaces, and records of one value. */
record TypeSource(JavaTypes types) {

    TypeSpec.Builder spec(NamedType type) {
        if (type instanceof RecordType record) {
            return new RecordSource(record, types).spec();
        }
        if (type instanceof EnumType enumeration) {
            return enumeration(enumeration);
        }
        return type instanceof UnionType union ? union(union) : value((ValueType) type);
    }

    private ClassName name(Place place) {
        return types.name(place);
    }

    private TypeSpec.Builder enumeration(EnumType type) {
        TypeSpec.Builder spec = TypeSpec.enumBuilder(name(type.place()).simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "$L\n",
                        Docs.sentence(type.place(), "One of " + type.values().size() + " values."))
                .addField(String.class, "value", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "value")
                        .addStatement("this.value = value")
                        .build());
        for (String value : type.values()) {
            spec.addEnumConstant(
                    Names.constant(value),
                    TypeSpec.anonymousClassBuilder("$S", value).build());
        }
        MethodSpec.Builder accessor = MethodSpec.methodBuilder("value")
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addJavadoc("Returns the value as JSON has it.\n")
                .addStatement("return value");
        if (type.values().stream().anyMatch(value -> !value.equals(Names.constant(value)))) {
            accessor.addAnnotation(JsonValue.class);
        }
        return spec.addMethod(accessor.build());
    }

    private TypeSpec.Builder union(UnionType type) {
        TypeSpec.Builder spec = TypeSpec.interfaceBuilder(name(type.place()).simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addJavadoc(
                        "$L\n",
                        Docs.sentence(
                                type.place(), "One of " + type.alternatives().size() + " objects."));
        AnnotationSpec.Builder info = AnnotationSpec.builder(JsonTypeInfo.class);
        if (type.discriminator().isPresent()) {
            String member = type.discriminator().get();
            info.addMember("use", "$T.NAME", JsonTypeInfo.Id.class)
                    .addMember("include", "$T.EXISTING_PROPERTY", JsonTypeInfo.As.class)
                    .addMember("property", "$S", member);
            spec.addMethod(MethodSpec.methodBuilder(Names.member(member))
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .returns(String.class)
                    .addJavadoc("Returns the constant that tells which of the objects this is.\n")
                    .build());
        } else {
            info.addMember("use", "$T.DEDUCTION", JsonTypeInfo.Id.class);
        }
        AnnotationSpec.Builder subTypes = AnnotationSpec.builder(JsonSubTypes.class);
        for (Alternative alternative : type.alternatives()) {
            subTypes.addMember("value", "$L", subType(alternative));
            spec.addPermittedSubclass(name(alternative.type()));
        }
        return spec.addAnnotation(info.build()).addAnnotation(subTypes.build());
    }

    private AnnotationSpec subType(Alternative alternative) {
        AnnotationSpec.Builder subType = AnnotationSpec.builder(JsonSubTypes.Type.class)
                .addMember("value", "$T.class", name(alternative.type()));
        if (alternative.tag() != null) {
            subType.addMember("name", "$S", alternative.tag());
        }
        return subType.build();
    }

    private TypeSpec.Builder value(ValueType type) {
        ClassName name = name(type.place());
        TypeName component = types.of(type.value());
        Checks checks = new Checks(types);
        checks.add(type.value(), "value", "value");
        CodeBlock.Builder body = CodeBlock.builder();
        if (!component.isPrimitive()) {
            body.addStatement("$T.requireNonNull(value, $S)", Objects.class, "value is required");
        }
        if (Checks.isCollection(type.value())) {
            body.addStatement("value = $L", Checks.copy(type.value(), "value"));
        }
        return TypeSpec.recordBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "$L\n",
                        Docs.sentence(
                                type.place(),
                                "The value at " + Docs.code(type.place().toString()) + "."))
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(ParameterSpec.builder(component, "value")
                                .addAnnotation(JsonValue.class)
                                .addJavadoc("the value itself; JSON has it without an object around it\n")
                                .build())
                        .build())
                .addFields(checks.patterns())
                .addMethod(MethodSpec.compactConstructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(AnnotationSpec.builder(JsonCreator.class)
                                .addMember("mode", "$T.DELEGATING", JsonCreator.Mode.class)
                                .build())
                        .addCode(body.add(checks.code()).build())
                        .build());
    }
}
