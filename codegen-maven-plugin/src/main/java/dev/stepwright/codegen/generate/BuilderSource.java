package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The staged builder of a record: one step for each required value, so that only what is complete can be built.
 *
 * @param additional the type of the map of all other members; null if there is none
 * @param parameters the arguments of the canonical constructor
 */
record BuilderSource(
        ClassName type,
        List<Component> components,
        @Nullable TypeName additional,
        String parameters) {
    static final String BUILDER = "Builder";

    void addTo(TypeSpec.Builder spec) {
        List<Component> required =
                components.stream().filter(component -> !component.isOptional()).toList();
        spec.addMethod(start(required));
        TypeSpec.Builder builder = TypeSpec.classBuilder(BUILDER)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "Builds {@link $L}: has all required values, takes the optional ones.\n", type.simpleName());
        components.forEach(component -> builder.addField(field(component)));
        builder.addMethod(constructor(required));
        components.stream().filter(Component::isOptional).forEach(component -> builder.addMethod(setter(component)));
        if (additional != null) {
            addAdditional(builder, additional);
        }
        builder.addMethod(MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addJavadoc("Returns the record.\n\n@throws IllegalArgumentException if a value is refused\n")
                .addStatement("return new $T($L)", type, parameters)
                .build());
        for (int i = 0; i < required.size(); i++) {
            builder.addType(
                    step(required.get(i), i + 1 < required.size() ? stepName(required.get(i + 1)) : builderName()));
        }
        spec.addType(builder.build());
    }

    private ClassName builderName() {
        return type.nestedClass(BUILDER);
    }

    private ClassName stepName(Component component) {
        return builderName().nestedClass(component.capital() + "Step");
    }

    private MethodSpec start(List<Component> required) {
        String names = required.stream().map(Component::name).collect(Collectors.joining(", "));
        String lambdas =
                required.stream().map(component -> component.name() + " -> ").collect(Collectors.joining());
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(required.isEmpty() ? builderName() : stepName(required.get(0)))
                .addJavadoc(
                        "Starts a builder that asks for the required values in their order and then has {@code build()}.\n")
                .addStatement("return $Lnew $T($L)", lambdas, builderName(), names)
                .build();
    }

    private static FieldSpec field(Component component) {
        FieldSpec.Builder field = FieldSpec.builder(component.type(), component.name(), Modifier.PRIVATE);
        return component.isOptional()
                ? field.initializer("$T.empty()", Optional.class).build()
                : field.addModifiers(Modifier.FINAL).build();
    }

    private static MethodSpec constructor(List<Component> required) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        for (Component component : required) {
            constructor.addParameter(component.type(), component.name());
            constructor.addStatement("this.$1L = $1L", component.name());
        }
        return constructor.build();
    }

    private MethodSpec setter(Component component) {
        return MethodSpec.methodBuilder(component.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(builderName())
                .addParameter(component.value(), component.name())
                .addStatement("this.$1L = $2T.of($1L)", component.name(), Optional.class)
                .addStatement("return this")
                .build();
    }

    private void addAdditional(TypeSpec.Builder builder, TypeName map) {
        builder.addField(FieldSpec.builder(map, RecordSource.ADDITIONAL, Modifier.PRIVATE)
                .initializer("$T.of()", Map.class)
                .build());
        builder.addMethod(MethodSpec.methodBuilder(RecordSource.ADDITIONAL)
                .addModifiers(Modifier.PUBLIC)
                .returns(builderName())
                .addParameter(map, RecordSource.ADDITIONAL)
                .addStatement("this.$1L = $1L", RecordSource.ADDITIONAL)
                .addStatement("return this")
                .build());
    }

    private static TypeSpec step(Component component, ClassName next) {
        return TypeSpec.interfaceBuilder(component.capital() + "Step")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Asks for {@code $L}.\n", component.name())
                .addMethod(MethodSpec.methodBuilder(component.name())
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(next)
                        .addParameter(component.type(), component.name())
                        .build())
                .build();
    }
}
