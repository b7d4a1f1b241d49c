package dev.stepwright.codegen.generate.type;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.shape.NamedType.Others;
import dev.stepwright.codegen.shape.NamedType.Property;
import dev.stepwright.json.JsonForms;
import dev.stepwright.json.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import tools.jackson.databind.JsonNode;

/**
 * How an instance of a record is made: the compact constructor that checks and copies, and what Jackson calls where there is more
 * to check than the components.
 *
 * @param constants the members that have one value each, which nobody else checks
 */
record Constructors(
        ClassName type, List<Component> components, List<Property> constants, Others others, TypeName additional) {
    private static final TypeName JSON_OBJECT = ParameterizedTypeName.get(Map.class, String.class, Object.class);

    /** Returns the statements of the compact constructor. */
    CodeBlock body(Checks checks) {
        CodeBlock.Builder body = CodeBlock.builder();
        components.forEach(component -> addTo(body, component, checks));
        if (others instanceof Others.Kept kept) {
            String name = RecordSource.ADDITIONAL;
            body.addStatement(
                    "$1L = $1L == null ? $2T.of() : $3L", name, Map.class, copies().of(kept.entries(), name, name));
            checks.add(kept.entries(), name, Label.of(name));
        }
        return body.add(checks.code()).build();
    }

    private void addTo(CodeBlock.Builder body, Component component, Checks checks) {
        String name = component.name();
        String label = component.property().name();
        if (!component.isOptional()) {
            if (!component.isRequiredPrimitive()) {
                body.addStatement("$T.requireNonNull($L, $S)", Objects.class, name, label + " is required");
            }
            if (Copies.isNeeded(component.shape())) {
                body.addStatement(
                        "$L = $L",
                        name,
                        copies().of(
                                        component.shape(),
                                        name,
                                        component.property().name()));
            }
            checks.add(component.shape(), name, Label.of(label));
        } else if (component.isNullInJava()) {
            addNullable(body, component);
            checks.ifPresent(component, name, Label.of(label));
        } else {
            body.addStatement("$1L = $1L == null ? $2T.empty() : $3L", name, Optional.class, optionalCopy(component));
            checks.ifPresent(component, name, Label.of(label));
        }
    }

    private void addNullable(CodeBlock.Builder body, Component component) {
        String name = component.name();
        if (component.tellsNullFromAbsent() && Copies.isNeeded(component.shape())) {
            body.addStatement(
                    "$1L = $1L == null ? null : $1L.map($2L)",
                    name,
                    copies().function(component.shape(), component.property().name()));
        } else if (!component.tellsNullFromAbsent() && Copies.isNeeded(component.shape())) {
            body.addStatement(
                    "$1L = $1L == null ? null : $2L",
                    name,
                    copies().of(component.shape(), name, component.property().name()));
        }
    }

    private CodeBlock optionalCopy(Component component) {
        String name = component.name();
        if (!Copies.isNeeded(component.shape())) {
            return CodeBlock.of("$L", name);
        }
        CodeBlock copy =
                copies().function(component.shape(), component.property().name());
        return component.tellsNullFromAbsent()
                ? CodeBlock.of("$1L.map($2L -> $2L.map($3L))", name, locals().free("maybe"), copy)
                : CodeBlock.of("$L.map($L)", name, copy);
    }

    private Locals locals() {
        return Locals.beside(components);
    }

    private Copies copies() {
        return new Copies(locals());
    }

    /** Returns what Jackson calls in place of the canonical constructor; empty if that is enough. */
    Optional<MethodSpec> reader() {
        if (components.stream().anyMatch(Component::isReadFromObject)) {
            return Optional.of(objectReader());
        }
        return constants.isEmpty() ? Optional.empty() : Optional.of(constantReader());
    }

    private MethodSpec constantReader() {
        MethodSpec.Builder reader = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("Reads the object, whose constants have to be what they are.\n")
                .addAnnotation(creator("PROPERTIES"));
        for (Property constant : constants) {
            reader.addParameter(ParameterSpec.builder(constantType(constant), Names.member(constant.name()))
                    .addAnnotation(named(constant.name()))
                    .build());
        }
        for (Component component : components) {
            ParameterSpec.Builder parameter = ParameterSpec.builder(component.type(), component.name());
            AnnotationSpec.Builder name = AnnotationSpec.builder(JsonProperty.class)
                    .addMember("value", "$S", component.property().name());
            if (component.isRefusedIfAbsent()) {
                name.addMember("required", "true");
            }
            reader.addParameter(parameter.addAnnotation(name.build()).build());
        }
        if (others instanceof Others.Kept) {
            reader.addParameter(ParameterSpec.builder(additional, RecordSource.ADDITIONAL)
                    .addAnnotation(JsonAnySetter.class)
                    .build());
        }
        reader.addStatement("this($L)", RecordSource.parameters(components, others));
        constants.forEach(constant -> addConstantCheck(reader, constant, Names.member(constant.name())));
        return reader.build();
    }

    private static TypeName constantType(Property constant) {
        JsonNode value = Objects.requireNonNull(constant.constant());
        return ClassName.get(value.isString() ? String.class : value.isBoolean() ? Boolean.class : BigDecimal.class);
    }

    private static void addConstantCheck(MethodSpec.Builder reader, Property constant, String found) {
        JsonNode value = Objects.requireNonNull(constant.constant());
        CodeBlock wrong = value.isString()
                ? CodeBlock.of("!$S.equals($L)", value.stringValue(), found)
                : value.isBoolean()
                        ? CodeBlock.of("!$T.valueOf($L).equals($L)", Boolean.class, value.booleanValue(), found)
                        : CodeBlock.of("$1L == null || $1L.compareTo($2L) != 0", found, Checks.decimal(value));
        reader.beginControlFlow("if ($L)", wrong)
                .addStatement(
                        "throw new $T($S + $L)",
                        IllegalArgumentException.class,
                        constant.name() + ": const is " + JsonText.compact(value) + ", but was ",
                        found)
                .endControlFlow();
    }

    private MethodSpec objectReader() {
        MethodSpec.Builder reader = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc(
                        "Reads the object: Jackson alone does not tell a member that is absent from one that is null.\n")
                .addAnnotation(creator("DELEGATING"))
                .returns(type)
                .addParameter(JSON_OBJECT, "json");
        for (Property constant : constants) {
            JsonNode value = Objects.requireNonNull(constant.constant());
            reader.addStatement(
                    "$T.requireConstant(json, $S, $S)", JsonForms.class, constant.name(), JsonText.compact(value));
        }
        return reader.addStatement(
                        "return $1T.object($2T.class, json, $1T.Rest.$3L)", JsonForms.class, type, rest(others))
                .build();
    }

    private static String rest(Others others) {
        return others instanceof Others.Kept ? "KEPT" : others instanceof Others.Refused ? "REFUSED" : "IGNORED";
    }

    static AnnotationSpec creator(String mode) {
        return AnnotationSpec.builder(JsonCreator.class)
                .addMember("mode", "$T.$L", JsonCreator.Mode.class, mode)
                .build();
    }

    static AnnotationSpec named(String name) {
        return AnnotationSpec.builder(JsonProperty.class)
                .addMember("value", "$S", name)
                .build();
    }
}
