package dev.stepwright.codegen.generate.type;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.codegen.generate.code.Docs;
import dev.stepwright.codegen.generate.code.JavaTypes;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.generate.code.Nullness;
import dev.stepwright.codegen.shape.NamedType.Others;
import dev.stepwright.codegen.shape.NamedType.Property;
import dev.stepwright.codegen.shape.NamedType.RecordType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import tools.jackson.databind.JsonNode;

/** The record of an object: components, checks, constants, copies with another value, and a builder. */
final class RecordSource {
    static final String ADDITIONAL = "additional";

    private final RecordType type;
    private final ClassName name;
    private final JavaTypes types;
    private final List<Component> components;
    private final List<Property> constants;
    private final TypeName additional;

    RecordSource(RecordType type, JavaTypes types) {
        this.type = type;
        this.name = types.name(type.place());
        this.types = types;
        this.components = components(type, types);
        this.constants = type.properties().stream()
                .filter(each -> each.constant() != null)
                .toList();
        this.additional = type.others() instanceof Others.Kept kept
                ? types.of(kept.entries())
                : ParameterizedTypeName.get(Map.class, String.class, Object.class);
    }

    static List<Component> components(RecordType type, JavaTypes types) {
        return type.properties().stream()
                .filter(property -> property.constant() == null)
                .map(property -> Component.of(property, types))
                .toList();
    }

    /**
     * Returns the record.
     *
     * @param told the constants by which a sealed interface tells the record from others, so that Jackson checks them
     */
    TypeSpec.Builder spec(Set<String> told) {
        List<Property> checked =
                constants.stream().filter(each -> !told.contains(each.name())).toList();
        Constructors constructors = new Constructors(name, components, checked, type.others(), additional);
        Checks checks = new Checks(types, Locals.beside(components));
        CodeBlock body = constructors.body(checks);
        TypeSpec.Builder spec = TypeSpec.recordBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.ofType(type.place(), "object"))
                .recordConstructor(header())
                .addFields(checks.patterns());
        annotate(spec);
        if (!body.isEmpty()) {
            spec.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addCode(body)
                    .build());
        }
        constructors.reader().ifPresent(spec::addMethod);
        if (type.others() instanceof Others.Refused && components.stream().noneMatch(Component::isReadFromObject)) {
            spec.addMethod(refuseOthers());
        }
        components.stream().filter(Component::isDeprecated).forEach(each -> spec.addMethod(deprecated(each)));
        constants.forEach(each -> spec.addMethod(constant(each)));
        new Bytes(name, components, type.others()).addTo(spec);
        if (BuilderSource.isOfUse(type, components)) {
            boolean hasChecks = !checks.code().isEmpty();
            new BuilderSource(type, name, components, additional, hasChecks).addTo(spec);
        }
        if (type.others() instanceof Others.Kept
                && !components.isEmpty()
                && components.size() <= BuilderSource.MOST_ARGUMENTS) {
            spec.addMethod(withoutAdditional());
        }
        if (Withers.areOfUse(type)) {
            new Withers(name, components, type.others()).addTo(spec);
        }
        return spec;
    }

    private void annotate(TypeSpec.Builder spec) {
        if (type.others() instanceof Others.Ignored) {
            spec.addAnnotation(AnnotationSpec.builder(JsonIgnoreProperties.class)
                    .addMember("ignoreUnknown", "true")
                    .build());
        }
        if (components.stream().anyMatch(Component::isOptional)) {
            spec.addAnnotation(include(
                    types.nullness() == Nullness.OPTIONAL
                            ? JsonInclude.Include.NON_ABSENT
                            : JsonInclude.Include.NON_NULL));
        }
        if (type.place().node().path("deprecated").asBoolean(false)) {
            spec.addAnnotation(Deprecated.class);
        }
    }

    /** Returns the arguments of the canonical constructor, by the names of the components. */
    static String parameters(List<Component> components, Others others) {
        List<String> names =
                new ArrayList<>(components.stream().map(Component::name).toList());
        if (others instanceof Others.Kept) {
            names.add(ADDITIONAL);
        }
        return String.join(", ", names);
    }

    private MethodSpec header() {
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        HeaderTypes written = new HeaderTypes(types.within(name));
        components.forEach(component -> header.addParameter(parameter(component, written)));
        if (type.others() instanceof Others.Kept) {
            header.addParameter(ParameterSpec.builder(written.written(additional), ADDITIONAL)
                    .addAnnotation(JsonAnySetter.class)
                    .addAnnotation(JsonAnyGetter.class)
                    .addJavadoc("all other members, by their names\n")
                    .build());
        }
        return header.build();
    }

    /** Code that makes the record stays as it is when the definition begins to hand the whole on. Jackson would take a constructor of one value for a reader of that. */
    private MethodSpec withoutAdditional() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Leaves {@code $L} empty.\n", ADDITIONAL)
                .addAnnotation(AnnotationSpec.builder(JsonCreator.class)
                        .addMember("mode", "$T.DISABLED", JsonCreator.Mode.class)
                        .build());
        components.forEach(component -> constructor.addParameter(component.type(), component.name()));
        return constructor
                .addStatement("this($L, $T.of())", parameters(components, new Others.Ignored()), Map.class)
                .build();
    }

    private static ParameterSpec parameter(Component component, HeaderTypes types) {
        ParameterSpec.Builder parameter = ParameterSpec.builder(types.written(component.type()), component.name());
        String doc = component.doc();
        if (!doc.isEmpty()) {
            parameter.addJavadoc("$L\n", doc);
        }
        if (component.isRenamed() || component.isRefusedIfAbsent()) {
            AnnotationSpec.Builder property = AnnotationSpec.builder(JsonProperty.class);
            if (component.isRenamed()) {
                property.addMember("value", "$S", component.property().name());
            }
            if (component.isRefusedIfAbsent()) {
                property.addMember("required", "true");
            }
            parameter.addAnnotation(property.build());
        }
        if (component.isRequiredPrimitive()) {
            parameter.addAnnotation(AnnotationSpec.builder(JsonSetter.class)
                    .addMember("nulls", "$T.FAIL", Nulls.class)
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

    /** Java lets a component be deprecated by its accessor only. */
    private static MethodSpec deprecated(Component component) {
        return MethodSpec.methodBuilder(component.name())
                .addAnnotation(Override.class)
                .addAnnotation(Deprecated.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(component.type())
                .addStatement("return $L", component.isBytes() ? component.copiedBytes() : component.name())
                .build();
    }

    private MethodSpec refuseOthers() {
        return MethodSpec.methodBuilder("refuse")
                .addModifiers(Modifier.PRIVATE)
                .addAnnotation(JsonAnySetter.class)
                .addJavadoc("Refuses a member that the schema does not name.\n")
                .addParameter(String.class, "member")
                .addParameter(Object.class, "value")
                .addStatement(
                        "throw new $T(member + $S)",
                        IllegalArgumentException.class,
                        ": " + name.simpleName() + " has no such member")
                .build();
    }

    private static MethodSpec constant(Property property) {
        JsonNode value = Objects.requireNonNull(property.constant());
        MethodSpec.Builder method = MethodSpec.methodBuilder(Names.member(property.name()))
                .addAnnotation(Constructors.named(property.name()))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Returns the one value that $L can have.\n", Docs.code(property.name()));
        if (value.isString()) {
            method.returns(String.class).addStatement("return $S", value.stringValue());
        } else if (value.isBoolean()) {
            method.returns(TypeName.BOOLEAN).addStatement("return $L", value.booleanValue());
        } else if (value.canConvertToExactIntegral() && value.canConvertToLong()) {
            method.returns(TypeName.LONG).addStatement("return $LL", value.longValue());
        } else {
            method.returns(BigDecimal.class).addStatement("return $L", Checks.decimal(value));
        }
        return method.build();
    }
}
