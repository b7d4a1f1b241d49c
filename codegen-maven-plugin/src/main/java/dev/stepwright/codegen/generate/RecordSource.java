package dev.stepwright.codegen.generate;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.codegen.schema.NamedType.Property;
import dev.stepwright.codegen.schema.NamedType.RecordType;
import dev.stepwright.codegen.schema.Shape;
import dev.stepwright.codegen.schema.Shape.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import tools.jackson.databind.JsonNode;

/** The record of an object: components, checks, constants, copies with another value, and a builder. */
final class RecordSource {
    static final String ADDITIONAL = "additional";

    private final RecordType type;
    private final ClassName name;
    private final JavaTypes types;
    private final List<Component> components;

    RecordSource(RecordType type, JavaTypes types) {
        this.type = type;
        this.name = types.name(type.place());
        this.types = types;
        this.components = type.properties().stream()
                .filter(property -> property.constant() == null)
                .map(property -> Component.of(property, types))
                .toList();
    }

    TypeSpec.Builder spec() {
        Checks checks = new Checks(types);
        CodeBlock body = constructorBody(checks);
        TypeSpec.Builder spec = TypeSpec.recordBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "$L\n",
                        Docs.sentence(
                                type.place(),
                                "The object at " + Docs.code(type.place().toString()) + "."))
                .recordConstructor(header())
                .addFields(checks.patterns());
        if (components.stream().anyMatch(Component::isOptional)) {
            spec.addAnnotation(include(JsonInclude.Include.NON_ABSENT));
        }
        if (type.place().node().path("deprecated").asBoolean(false)) {
            spec.addAnnotation(Deprecated.class);
        }
        if (!body.isEmpty()) {
            spec.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addCode(body)
                    .build());
        }
        type.properties().stream()
                .filter(each -> each.constant() != null)
                .forEach(each -> spec.addMethod(constant(each)));
        if (components.size() > 1) {
            components.forEach(component -> addCopies(spec, component));
        }
        if (!components.isEmpty()) {
            TypeName additional = type.additional() == null ? null : additionalType();
            new BuilderSource(name, components, additional, parameters()).addTo(spec);
        }
        return spec;
    }

    /** Returns the arguments of the canonical constructor, by the names of the components. */
    private String parameters() {
        List<String> names =
                new ArrayList<>(components.stream().map(Component::name).toList());
        if (type.additional() != null) {
            names.add(ADDITIONAL);
        }
        return String.join(", ", names);
    }

    private MethodSpec header() {
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        components.forEach(component -> header.addParameter(parameter(component)));
        if (type.additional() != null) {
            header.addParameter(ParameterSpec.builder(additionalType(), ADDITIONAL)
                    .addAnnotation(JsonAnySetter.class)
                    .addAnnotation(JsonAnyGetter.class)
                    .addJavadoc("all other members, by their names\n")
                    .build());
        }
        return header.build();
    }

    private TypeName additionalType() {
        return types.of(new Entries(Objects.requireNonNull(type.additional()), Map.of()));
    }

    private static ParameterSpec parameter(Component component) {
        ParameterSpec.Builder parameter = ParameterSpec.builder(component.type(), component.name());
        String doc = Docs.ofMember(component.property().place());
        if (!doc.isEmpty()) {
            parameter.addJavadoc("$L\n", doc);
        }
        if (component.isRenamed()) {
            parameter.addAnnotation(AnnotationSpec.builder(JsonProperty.class)
                    .addMember("value", "$S", component.property().name())
                    .build());
        }
        if (component.isWrittenAsNull()) {
            parameter.addAnnotation(include(JsonInclude.Include.ALWAYS));
        }
        return parameter.build();
    }

    private static AnnotationSpec include(JsonInclude.Include include) {
        return AnnotationSpec.builder(JsonInclude.class)
                .addMember("value", "$T.$L", JsonInclude.Include.class, include.name())
                .build();
    }

    private CodeBlock constructorBody(Checks checks) {
        CodeBlock.Builder body = CodeBlock.builder();
        for (Component component : components) {
            String value = component.name();
            if (component.isOptional()) {
                body.addStatement(
                        "$1L = $1L == null ? $2T.empty() : $3L", value, Optional.class, optionalCopy(component));
                checks.optional(component.shape(), value, component.property().name());
            } else {
                if (!component.type().isPrimitive()) {
                    body.addStatement(
                            "$T.requireNonNull($L, $S)",
                            Objects.class,
                            value,
                            component.property().name() + " is required");
                }
                addCopy(body, component.shape(), value);
                checks.add(component.shape(), value, component.property().name());
            }
        }
        if (type.additional() != null) {
            Shape entries = new Entries(type.additional(), Map.of());
            body.addStatement(
                    "$1L = $1L == null ? $2T.of() : $3L", ADDITIONAL, Map.class, Checks.copy(entries, ADDITIONAL));
            checks.add(entries, ADDITIONAL, ADDITIONAL);
        }
        return body.add(checks.code()).build();
    }

    private static void addCopy(CodeBlock.Builder body, Shape shape, String value) {
        if (Checks.isCollection(shape)) {
            body.addStatement("$L = $L", value, Checks.copy(shape, value));
        }
    }

    private static CodeBlock optionalCopy(Component component) {
        if (component.shape() instanceof Shape.Any) {
            // Jackson reads an absent JsonNode and a null one alike.
            return CodeBlock.of("$L.filter(value_ -> !value_.isNull())", component.name());
        }
        return Checks.isCollection(component.shape())
                ? CodeBlock.of("$L.map(value_ -> $L)", component.name(), Checks.copy(component.shape(), "value_"))
                : CodeBlock.of("$L", component.name());
    }

    private static MethodSpec constant(Property property) {
        JsonNode value = Objects.requireNonNull(property.constant());
        boolean text = value.isString();
        String literal = text
                ? CodeBlock.of("$S", value.stringValue()).toString()
                : value.isBoolean() ? value.toString() : value.bigIntegerValue() + "L";
        return MethodSpec.methodBuilder(Names.member(property.name()))
                .addAnnotation(AnnotationSpec.builder(JsonProperty.class)
                        .addMember("value", "$S", property.name())
                        .build())
                .addModifiers(Modifier.PUBLIC)
                .returns(text ? ClassName.get(String.class) : value.isBoolean() ? TypeName.BOOLEAN : TypeName.LONG)
                .addJavadoc("Returns the one value that $L can have.\n", Docs.code(property.name()))
                .addStatement("return $L", literal)
                .build();
    }

    private void addCopies(TypeSpec.Builder spec, Component component) {
        MethodSpec.Builder with = MethodSpec.methodBuilder("with" + component.capital())
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addParameter(component.value(), component.name())
                .addJavadoc("Returns this with another {@code $L}.\n", component.name());
        if (!component.isOptional()) {
            spec.addMethod(
                    with.addStatement("return new $T($L)", name, parameters()).build());
            return;
        }
        spec.addMethod(
                with.addStatement("return new $T($L)", name, parametersWith(component, "of(" + component.name() + ")"))
                        .build());
        spec.addMethod(MethodSpec.methodBuilder("without" + component.capital())
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addJavadoc("Returns this without {@code $L}.\n", component.name())
                .addStatement("return new $T($L)", name, parametersWith(component, "empty()"))
                .build());
    }

    private CodeBlock parametersWith(Component changed, String call) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Component component : components) {
            arguments.add(
                    component.equals(changed)
                            ? CodeBlock.of("$T.$L", Optional.class, call)
                            : CodeBlock.of("$L", component.name()));
        }
        if (type.additional() != null) {
            arguments.add(CodeBlock.of(ADDITIONAL));
        }
        return CodeBlock.join(arguments, ", ");
    }
}
