package dev.stepwright.codegen.generate.type;

import com.fasterxml.jackson.annotation.JsonValue;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.stepwright.codegen.generate.code.Docs;
import dev.stepwright.codegen.generate.code.JavaTypes;
import dev.stepwright.codegen.generate.type.Component.Presence;
import dev.stepwright.codegen.shape.NamedType.Others;
import dev.stepwright.codegen.shape.NamedType.TupleType;
import dev.stepwright.codegen.shape.Shape.Elements;
import dev.stepwright.json.JsonForms;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The record of a tuple: a component for each element, and an array in JSON. */
record TupleSource(TupleType type, JavaTypes types) {
    static final String REST = "rest";
    private static final TypeName LIST = ParameterizedTypeName.get(List.class, Object.class);
    private static final TypeName ANY_LIST =
            ParameterizedTypeName.get(ClassName.get(List.class), WildcardTypeName.subtypeOf(Object.class));

    TypeSpec.Builder spec() {
        ClassName name = types.name(type.place());
        List<Component> components = type.elements().stream()
                .map(element -> Component.of(element, types))
                .toList();
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        components.forEach(component -> header.addParameter(parameter(component)));
        Checks checks = new Checks(types, Locals.beside(components));
        CodeBlock.Builder body = CodeBlock.builder();
        if (type.rest() != null) {
            Elements rest = new Elements(type.rest(), List.of());
            header.addParameter(ParameterSpec.builder(types.of(rest), REST)
                    .addJavadoc("all further elements\n")
                    .build());
            CodeBlock copy = new Copies(Locals.beside(components)).of(rest, REST, REST);
            body.addStatement("$1L = $1L == null ? $2T.of() : $3L", REST, List.class, copy);
            checks.add(rest, REST, Label.of(REST));
        }
        body.add(new Constructors(name, components, List.of(), new Others.Ignored(), ANY_LIST).body(checks));
        addGapChecks(body, components);
        TypeSpec.Builder spec = TypeSpec.recordBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.ofType(type.place(), "array"))
                .recordConstructor(header.build())
                .addFields(checks.patterns());
        if (!body.isEmpty()) {
            spec.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addCode(body.build())
                    .build());
        }
        return spec.addMethod(reader(name)).addMethod(writer(components));
    }

    private static ParameterSpec parameter(Component component) {
        ParameterSpec.Builder parameter = ParameterSpec.builder(component.type(), component.name());
        String doc = component.doc();
        return doc.isEmpty()
                ? parameter.build()
                : parameter.addJavadoc("$L\n", doc).build();
    }

    private MethodSpec reader(ClassName name) {
        String rest = type.rest() != null ? "KEPT" : type.closed() ? "REFUSED" : "IGNORED";
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addAnnotation(Constructors.creator("DELEGATING"))
                .returns(name)
                .addParameter(ANY_LIST, "json")
                .addStatement("return $1T.tuple($2T.class, json, $1T.Rest.$3L)", JsonForms.class, name, rest)
                .build();
    }

    /** An element can only be missing if all after it are. */
    private void addGapChecks(CodeBlock.Builder body, List<Component> components) {
        Component before = null;
        for (Component component : components) {
            if (before != null && before.presence() != Presence.NULLABLE && before.isOptional()) {
                addGapCheck(body, isPresent(component), component.name(), before);
            }
            before = component;
        }
        if (type.rest() != null && before != null && before.presence() != Presence.NULLABLE && before.isOptional()) {
            addGapCheck(body, CodeBlock.of("!$L.isEmpty()", REST), REST, before);
        }
    }

    private static void addGapCheck(CodeBlock.Builder body, CodeBlock present, String name, Component before) {
        CodeBlock absent = before.isNullInJava()
                ? CodeBlock.of("$L == null", before.name())
                : CodeBlock.of("$L.isEmpty()", before.name());
        body.beginControlFlow("if ($L && $L)", absent, present)
                .addStatement(
                        "throw new $T($S)",
                        IllegalArgumentException.class,
                        name + ": there is none without " + before.name() + ", which comes before it")
                .endControlFlow();
    }

    private static CodeBlock isPresent(Component component) {
        return component.isNullInJava()
                ? CodeBlock.of("$L != null", component.name())
                : CodeBlock.of("$L.isPresent()", component.name());
    }

    private MethodSpec writer(List<Component> components) {
        Locals locals = Locals.beside(components);
        String json = locals.free("json");
        MethodSpec.Builder writer = MethodSpec.methodBuilder(locals.free("write"))
                .addModifiers(Modifier.PRIVATE)
                .addAnnotation(JsonValue.class)
                .returns(LIST)
                .addStatement("$T $L = new $T<>()", LIST, json, ArrayList.class);
        for (Component component : components) {
            writer.addStatement(added(component, json, locals));
        }
        if (type.rest() != null) {
            writer.addStatement("$L.addAll($L)", json, REST);
        }
        return writer.addStatement("return $L", json).build();
    }

    private static CodeBlock added(Component component, String json, Locals locals) {
        String name = component.name();
        if (component.isNullInJava()) {
            return switch (component.presence()) {
                case OPTIONAL -> CodeBlock.of("if ($1L != null) $2L.add($1L)", name, json);
                case ABSENT_OR_NULL -> CodeBlock.of("if ($1L != null) $2L.add($1L.orElse(null))", name, json);
                default -> CodeBlock.of("$L.add($L)", json, name);
            };
        }
        return switch (component.presence()) {
            case REQUIRED -> CodeBlock.of("$L.add($L)", json, name);
            case OPTIONAL -> CodeBlock.of("$L.ifPresent($L::add)", name, json);
            case NULLABLE -> CodeBlock.of("$L.add($L.orElse(null))", json, name);
            case ABSENT_OR_NULL ->
                CodeBlock.of("$1L.ifPresent($2L -> $3L.add($2L.orElse(null)))", name, locals.free("value"), json);
        };
    }
}
