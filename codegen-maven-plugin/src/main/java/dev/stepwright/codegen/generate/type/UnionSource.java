package dev.stepwright.codegen.generate.type;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.codegen.generate.code.Docs;
import dev.stepwright.codegen.generate.code.JavaTypes;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.shape.NamedType.Alternative;
import dev.stepwright.codegen.shape.NamedType.UnionType;
import dev.stepwright.json.JsonForms;
import javax.lang.model.element.Modifier;

/** The sealed interface of a union. */
record UnionSource(UnionType type, JavaTypes types) {
    TypeSpec.Builder spec() {
        TypeSpec.Builder spec = TypeSpec.interfaceBuilder(name())
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addJavadoc(Docs.ofType(type.place(), "value"));
        type.alternatives().forEach(alternative -> spec.addPermittedSubclass(types.name(alternative.type())));
        if (type.discriminator().isPresent()) {
            addDiscriminator(spec, type.discriminator().get());
        } else {
            spec.addMethod(reader());
        }
        return spec;
    }

    private ClassName name() {
        return types.name(type.place());
    }

    private void addDiscriminator(TypeSpec.Builder spec, String member) {
        spec.addAnnotation(AnnotationSpec.builder(JsonTypeInfo.class)
                .addMember("use", "$T.NAME", JsonTypeInfo.Id.class)
                .addMember("include", "$T.EXISTING_PROPERTY", JsonTypeInfo.As.class)
                .addMember("property", "$S", member)
                .build());
        AnnotationSpec.Builder subTypes = AnnotationSpec.builder(JsonSubTypes.class);
        for (Alternative alternative : type.alternatives()) {
            subTypes.addMember(
                    "value",
                    "$L",
                    AnnotationSpec.builder(JsonSubTypes.Type.class)
                            .addMember("value", "$T.class", types.name(alternative.type()))
                            .addMember("name", "$S", alternative.tag())
                            .build());
        }
        spec.addAnnotation(subTypes.build());
        spec.addMethod(MethodSpec.methodBuilder(Names.member(member))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(String.class)
                .addJavadoc("Returns the constant that tells which of the types this is.\n")
                .build());
    }

    private MethodSpec reader() {
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(Constructors.creator("DELEGATING"))
                .returns(name())
                .addParameter(Object.class, "json")
                .addJavadoc(
                        "Reads a value as the first of the types that takes it whole, else the first that takes it.\n\n"
                                + "@throws IllegalArgumentException if none takes it\n")
                .addStatement("return $T.oneOf($T.class, json)", JsonForms.class, name())
                .build();
    }
}
