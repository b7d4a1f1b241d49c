package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.stepwright.codegen.generate.code.JavaTypes;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.shape.NamedType;
import dev.stepwright.codegen.shape.NamedType.EnumType;
import dev.stepwright.codegen.shape.NamedType.RecordType;
import dev.stepwright.codegen.shape.Shape;
import dev.stepwright.codegen.shape.Shape.Elements;
import dev.stepwright.codegen.shape.Shape.Named;
import dev.stepwright.codegen.shape.Shape.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The class of paths into a generated record, as machines that are written in Java take them. */
public final class PathsSource {
    private static final String EXPR = "dev.stepwright.dsl.expr";
    private static final String TREES = "dev.stepwright.dsl.tree";
    private static final ClassName TREE = ClassName.get(TREES, "Tree");
    private static final ClassName EXPRESSION = ClassName.get(EXPR, "Expr");
    private static final ClassName VALUE = ClassName.get(EXPR, "Value");
    private static final ClassName DSL = ClassName.get("dev.stepwright.dsl", "Dsl");
    private static final TypeVariableName INPUT = TypeVariableName.get("I");
    /** The input in static methods; with a name of its own, compilers need not number it. */
    private static final TypeVariableName OTHER = TypeVariableName.get("T");

    private static final TypeVariableName STATE = TypeVariableName.get("S");
    private static final Set<String> OWN = Set.of("input", "value", "of", "tree", "make");

    private final JavaTypes types;
    private final Map<Place, NamedType> all;
    private final Map<ClassName, List<NamedType>> byClass;

    /** Prepares the paths of records, which lead on into those of others. */
    public PathsSource(JavaTypes types, Map<Place, NamedType> all) {
        this.types = types;
        this.all = all;
        this.byClass = all.values().stream().collect(Collectors.groupingBy(type -> types.name(type.place())));
    }

    /** Returns whether a record has paths: one of a written schema, wherever no other class than records is around it. */
    public boolean has(NamedType type) {
        if (!(type instanceof RecordType) || type.place().file().isInferred()) {
            return false;
        }
        ClassName around = types.name(type.place()).enclosingClassName();
        return around == null
                || byClass.getOrDefault(around, List.of()).stream().anyMatch(this::has);
    }

    /** Returns the class for a record: {@code Order.Item} has {@code OrderPaths.ItemPaths}. */
    public ClassName name(ClassName record) {
        ClassName around = record.enclosingClassName();
        String simple = record.simpleName() + "Paths";
        return around == null
                ? ClassName.get(record.packageName(), simple)
                : name(around).nestedClass(simple);
    }

    /** Returns the class of the paths of a record. */
    public TypeSpec.Builder spec(RecordType type) {
        ClassName record = types.name(type.place());
        ClassName name = name(record);
        TypeSpec.Builder spec = TypeSpec.classBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addTypeVariable(INPUT)
                .addJavadoc(
                        "Paths to {@link $T} and into it, for state machines that are written in Java.\n\n"
                                + "@param <I> what the state's input must be\n",
                        record)
                .addField(TREE, "tree", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(TREE, "tree")
                        .addStatement("this.tree = tree")
                        .build())
                .addMethod(input(name, record))
                .addMethod(of(name, record))
                .addMethod(MethodSpec.methodBuilder("value")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(ParameterizedTypeName.get(VALUE, INPUT, record))
                        .addJavadoc("Returns the whole value.\n")
                        .addStatement("return $T.of(tree)", VALUE)
                        .build());
        List<Component> components = type.properties().stream()
                .filter(property -> property.constant() == null)
                .map(property -> Component.of(property, types))
                .toList();
        components.forEach(component -> spec.addMethod(path(record, component)));
        if (name.enclosingClassName() != null) {
            spec.addModifiers(Modifier.STATIC);
        }
        if (!components.isEmpty()) {
            spec.addMethod(make(record, components));
        }
        return spec;
    }

    private static MethodSpec input(ClassName name, ClassName record) {
        return MethodSpec.methodBuilder("input")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(name, record))
                .addJavadoc("Returns the paths into a state's input.\n")
                .addStatement("return of($T.<$T>input())", DSL, record)
                .build();
    }

    private static MethodSpec of(ClassName name, ClassName record) {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addTypeVariable(OTHER)
                .returns(ParameterizedTypeName.get(name, OTHER))
                .addParameter(ParameterizedTypeName.get(VALUE, OTHER, record), "value")
                .addJavadoc("Returns the paths into a value.\n")
                .addStatement("return new $T<>(value.tree())", name)
                .build();
    }

    private MethodSpec path(ClassName record, Component component) {
        CodeBlock step = CodeBlock.of(
                "$T.step(tree, $T.component($T.class, $S, $S))",
                ClassName.get(TREES, "Composition"),
                ClassName.get(TREES, "Segment"),
                record,
                component.name(),
                component.property().name());
        TypeName type = type(component.shape());
        ClassName raw = ((ParameterizedTypeName) type).rawType();
        boolean within = !raw.packageName().equals(EXPR);
        return MethodSpec.methodBuilder(OWN.contains(component.name()) ? component.name() + "_" : component.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addJavadoc("Returns the path to {@code $L}.\n", component.name())
                .addStatement("return $T.of($L)", raw, within ? CodeBlock.of("$T.of($L)", VALUE, step) : step)
                .build();
    }

    /** Returns the class that has the operators of a shape's values. */
    private TypeName type(Shape shape) {
        if (shape instanceof Scalar scalar) {
            return scalar(scalar);
        }
        if (shape instanceof Elements elements) {
            return ParameterizedTypeName.get(ClassName.get(EXPR, "Items"), INPUT, types.boxed(elements.element()));
        }
        if (shape instanceof Named named) {
            NamedType type = all.get(named.type());
            if (type instanceof EnumType) {
                return ParameterizedTypeName.get(ClassName.get(EXPR, "Enumerated"), INPUT, types.of(shape));
            }
            if (type != null && has(type)) {
                return ParameterizedTypeName.get(name(types.name(named.type())), INPUT);
            }
        }
        return ParameterizedTypeName.get(VALUE, INPUT, types.boxed(shape));
    }

    private TypeName scalar(Scalar scalar) {
        return switch (scalar.kind()) {
            case INT, LONG, DECIMAL ->
                ParameterizedTypeName.get(ClassName.get(EXPR, "Numeric"), INPUT, types.boxed(scalar));
            case BOOLEAN -> ParameterizedTypeName.get(ClassName.get(EXPR, "Bool"), INPUT);
            case STRING -> ParameterizedTypeName.get(ClassName.get(EXPR, "Text"), INPUT);
            case INSTANT -> ParameterizedTypeName.get(ClassName.get(EXPR, "Timestamp"), INPUT);
            default -> ParameterizedTypeName.get(VALUE, INPUT, types.boxed(scalar));
        };
    }

    /** A method has parameters with names and types of their own, so the compiler says which argument is wrong. */
    private MethodSpec make(ClassName record, List<Component> components) {
        MethodSpec.Builder make = MethodSpec.methodBuilder("make")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addTypeVariable(OTHER)
                .addTypeVariable(STATE)
                .returns(ParameterizedTypeName.get(EXPRESSION, OTHER, STATE, record))
                .addJavadoc("Returns an object made of one expression for each member.\n");
        for (Component component : components) {
            TypeName part = ParameterizedTypeName.get(
                    EXPRESSION,
                    WildcardTypeName.supertypeOf(OTHER),
                    WildcardTypeName.supertypeOf(STATE),
                    WildcardTypeName.subtypeOf(component.value().box()));
            make.addParameter(ParameterSpec.builder(part, component.name()).build());
        }
        CodeBlock names = components.stream()
                .map(component -> CodeBlock.of("$S", component.property().name()))
                .collect(CodeBlock.joining(", "));
        CodeBlock parts = components.stream()
                .map(component -> CodeBlock.of("$L.tree()", component.name()))
                .collect(CodeBlock.joining(", "));
        return make.addStatement(
                        "return $T.ofTree(new $T.ObjectTemplate($T.class, $T.of($L), $T.<$T>of($L)))",
                        EXPRESSION,
                        TREE,
                        record,
                        List.class,
                        names,
                        List.class,
                        TREE,
                        parts)
                .build();
    }
}
