package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.codegen.shape.NamedType.Others;
import dev.stepwright.codegen.shape.NamedType.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The builder of a record. Up to {@link #MOST_STEPS} required values are asked for one after the other, so that only what is complete
 * can be built; with more of them it is told when it is built.
 *
 * @param additional the type of the map of all other members
 * @param hasChecks whether the record checks values against limits
 */
record BuilderSource(
        RecordType record, ClassName type, List<Component> components, TypeName additional, boolean hasChecks) {
    static final String BUILDER = "Builder";
    private static final int MOST_STEPS = 12;
    static final int MOST_ARGUMENTS = 3;

    /**
     * Returns whether a record has a builder. One of a written schema has, so that a member that becomes one more optional one changes no
     * code; one that is inferred, where the constructor has many arguments or some that may be left out.
     */
    static boolean isOfUse(RecordType record, List<Component> components) {
        return record.place().file().isInferred()
                ? components.size() > MOST_ARGUMENTS || components.stream().anyMatch(Component::isOptional)
                : !components.isEmpty();
    }

    void addTo(TypeSpec.Builder spec) {
        List<Component> required =
                components.stream().filter(component -> !component.isOptional()).toList();
        boolean isStaged = required.size() <= MOST_STEPS;
        List<Component> steps = isStaged ? required : List.of();
        spec.addMethod(start(steps, isStaged));
        TypeSpec.Builder builder = TypeSpec.classBuilder(BUILDER)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Builds {@link $L}$L.\n", type.simpleName(), taken(required, isStaged));
        components.forEach(component -> builder.addField(field(component, steps)));
        builder.addMethod(constructor(steps));
        if (makesCopies()) {
            builder.addMethod(copying());
        }
        components.stream()
                .filter(component -> !steps.contains(component))
                .forEach(component -> addSetters(builder, component));
        if (record.others() instanceof Others.Kept) {
            addAdditional(builder);
        }
        builder.addMethod(MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addJavadoc("Returns the record.\n$L", refusals(isStaged))
                .addStatement("return new $T($L)", type, arguments(steps))
                .build());
        for (int i = 0; i < steps.size(); i++) {
            builder.addType(step(steps.get(i), i + 1 < steps.size() ? stepName(steps.get(i + 1)) : builderName()));
        }
        spec.addType(builder.build());
    }

    /** Returns what the builder does about values that are required, and about others. */
    private String taken(List<Component> required, boolean isStaged) {
        if (!isStaged) {
            return "; values that are required and missing are refused at the end";
        }
        if (required.size() == components.size() && !(record.others() instanceof Others.Kept)) {
            return ": has all values";
        }
        return required.isEmpty() ? "; no value is required" : ": has all required values, takes the optional ones";
    }

    /** Returns what of the record's constructor who calls {@code build()} has to know. */
    private String refusals(boolean isStaged) {
        String missing = isStaged ? "" : "@throws NullPointerException if a required value is missing\n";
        String refused = refusesValues() ? "@throws IllegalArgumentException if a value is refused\n" : "";
        return missing.isEmpty() && refused.isEmpty() ? "" : "\n" + missing + refused;
    }

    /** Values are held to limits; lists and maps may hold no null. */
    private boolean refusesValues() {
        return hasChecks
                || record.others() instanceof Others.Kept
                || components.stream().map(Component::shape).anyMatch(Copies::refusesNulls);
    }

    /** Returns whether the builder makes a record's copies too: of many values, a copy with all arguments is long to read. */
    static boolean makesCopies(List<Component> components) {
        return components.size() > MOST_STEPS;
    }

    private boolean makesCopies() {
        return makesCopies(components) && Withers.areOfUse(record);
    }

    private MethodSpec copying() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(type, "from");
        components.forEach(component -> constructor.addStatement("this.$1L = from.$1L", component.name()));
        if (record.others() instanceof Others.Kept) {
            constructor.addStatement("this.$1L = from.$1L", RecordSource.ADDITIONAL);
        }
        return constructor.build();
    }

    private ClassName builderName() {
        return type.nestedClass(BUILDER);
    }

    private ClassName stepName(Component component) {
        return stepName(type, component);
    }

    /** Returns the class that asks for a component, the longest name of all within a record. */
    static ClassName stepName(ClassName type, Component component) {
        return type.nestedClass(BUILDER).nestedClass(component.capital() + "Step");
    }

    private MethodSpec start(List<Component> steps, boolean isStaged) {
        String names = steps.stream().map(Component::name).collect(Collectors.joining(", "));
        String lambdas =
                steps.stream().map(component -> component.name() + " -> ").collect(Collectors.joining());
        String words = isStaged && !steps.isEmpty()
                ? "Starts a builder that asks for the required values in their order and then has {@code build()}.\n"
                : "Starts a builder.\n";
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(steps.isEmpty() ? builderName() : stepName(steps.get(0)))
                .addJavadoc(words)
                .addStatement("return $Lnew $T($L)", lambdas, builderName(), names)
                .build();
    }

    private FieldSpec field(Component component, List<Component> steps) {
        if (steps.contains(component)) {
            FieldSpec.Builder step = FieldSpec.builder(component.type(), component.name(), Modifier.PRIVATE);
            return makesCopies()
                    ? step.build()
                    : step.addModifiers(Modifier.FINAL).build();
        }
        FieldSpec.Builder field = FieldSpec.builder(component.type().box(), component.name(), Modifier.PRIVATE);
        return component.isOptional() && !component.isNullInJava()
                ? field.initializer(component.absent()).build()
                : field.build();
    }

    private static MethodSpec constructor(List<Component> steps) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        for (Component component : steps) {
            constructor.addParameter(component.type(), component.name());
            constructor.addStatement("this.$1L = $1L", component.name());
        }
        return constructor.build();
    }

    private CodeBlock arguments(List<Component> steps) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Component component : components) {
            boolean mayBeMissing = component.isRequiredPrimitive() && !steps.contains(component);
            arguments.add(
                    mayBeMissing
                            ? CodeBlock.of(
                                    "$T.requireNonNull($L, $S)",
                                    Objects.class,
                                    component.name(),
                                    component.property().name() + " is required")
                            : CodeBlock.of("$L", component.name()));
        }
        if (record.others() instanceof Others.Kept) {
            arguments.add(CodeBlock.of(RecordSource.ADDITIONAL));
        }
        return CodeBlock.join(arguments, ", ");
    }

    private void addSetters(TypeSpec.Builder builder, Component component) {
        builder.addMethod(setter(component.name(), component, component.of(component.name()))
                .addParameter(component.value(), component.name())
                .addStatement("return this")
                .build());
        if (component.tellsNullFromAbsent()) {
            builder.addMethod(setter(component.name() + "Null", component, component.jsonNull())
                    .addStatement("return this")
                    .build());
        }
    }

    private MethodSpec.Builder setter(String name, Component component, CodeBlock value) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(builderName())
                .addStatement("this.$L = $L", component.name(), value);
    }

    private void addAdditional(TypeSpec.Builder builder) {
        builder.addField(FieldSpec.builder(additional, RecordSource.ADDITIONAL, Modifier.PRIVATE)
                .initializer("$T.of()", Map.class)
                .build());
        builder.addMethod(MethodSpec.methodBuilder(RecordSource.ADDITIONAL)
                .addModifiers(Modifier.PUBLIC)
                .returns(builderName())
                .addParameter(additional, RecordSource.ADDITIONAL)
                .addStatement("this.$1L = $1L", RecordSource.ADDITIONAL)
                .addStatement("return this")
                .build());
    }

    private static TypeSpec step(Component component, ClassName next) {
        return TypeSpec.interfaceBuilder(component.capital() + "Step")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addMethod(MethodSpec.methodBuilder(component.name())
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(next)
                        .addParameter(component.type(), component.name())
                        .build())
                .build();
    }
}
