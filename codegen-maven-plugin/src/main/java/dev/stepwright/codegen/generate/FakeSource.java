package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.codegen.generate.TasksSource.TaskMethod;
import dev.stepwright.codegen.generate.code.Docs;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The class that stands in for the tasks of a machine in tests: it gives what it is told to and keeps what it was asked.
 *
 * @param errors the exceptions of the interface, which the class inherits
 */
record FakeSource(MachineNames names, ErrorClasses errors, List<TaskMethod> methods) {
    private static final ClassName TASK = ClassName.get("dev.stepwright.runtime.task", "FakeTask");
    private static final ClassName HANDLER = ClassName.get("dev.stepwright.runtime.task", "TypedHandler");

    TypeSpec.Builder spec() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(names.fake().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(names.tasks())
                .addJavadoc(
                        "Stands in for the tasks of {@link $L} in tests: gives what it is told to and keeps what it was asked.\n",
                        names.workflow().simpleName());
        errors.simpleNames().values().forEach(spec::alwaysQualify);
        methods.forEach(method -> add(method, spec));
        if (methods.stream().anyMatch(TaskMethod::isCallback)) {
            spec.addMethod(handlers());
        }
        return spec;
    }

    private void add(TaskMethod method, TypeSpec.Builder spec) {
        spec.addField(FieldSpec.builder(of(TASK, method), method.name(), Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("new $T<>($S, $S)", TASK, method.state().name(), setter(method))
                        .build())
                .addMethod(setter(method, "Says what the state \"$L\" does.")
                        .addParameter(of(HANDLER, method), "work")
                        .addStatement("$L.does(work)", field(method, "work"))
                        .addStatement("return this")
                        .build())
                .addMethod(setter(method, "Says what the state \"$L\" gives.")
                        .addParameter(output(method), "result")
                        .addStatement("return $L((input, context) -> result)", setter(method))
                        .build())
                .addMethod(setter(
                                method,
                                "Says with which error the state \"$L\" fails, one that the method does not throw too.")
                        .addParameter(TasksSource.FAILURE, "error")
                        .addCode("return $L((input, context) -> {\n$>throw error;\n$<});\n", setter(method))
                        .build())
                .addMethod(MethodSpec.methodBuilder(method.name() + "Inputs")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(ParameterizedTypeName.get(
                                ClassName.get(List.class), input(method).box()))
                        .addJavadoc(
                                "Returns what the state \"$L\" was asked so far, each attempt once.\n",
                                Docs.escape(method.state().name()))
                        .addStatement("return $L.inputs()", method.name())
                        .build())
                .addMethod(call(method));
    }

    private MethodSpec.Builder setter(TaskMethod method, String doc) {
        return MethodSpec.methodBuilder(setter(method))
                .addModifiers(Modifier.PUBLIC)
                .returns(names.fake())
                .addJavadoc(doc + "\n", Docs.escape(method.state().name()));
    }

    private MethodSpec call(TaskMethod method) {
        return MethodSpec.methodBuilder(method.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(method.isCallback() ? TypeName.VOID : output(method))
                .addParameter(input(method), "input")
                .addParameter(TasksSource.CONTEXT, "context")
                .addStatement(
                        (method.isCallback() ? "" : "return ") + "$L.handle(input, context)",
                        field(method, "input", "context"))
                .build();
    }

    /** A task that waits for its token gets what the fake is told as if somebody had sent that back. */
    private MethodSpec handlers() {
        List<CodeBlock> calls = methods.stream()
                .map(method -> CodeBlock.of(
                        method.isCallback()
                                ? "\n.answering($S, $T.class, $L::handle)"
                                : "\n.state($S, $T.class, $L::handle)",
                        method.state().name(),
                        input(method),
                        method.name()))
                .toList();
        return MethodSpec.methodBuilder("handlers")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TasksSource.HANDLERS)
                .addStatement("return $T.builder()$L\n.build()", TasksSource.HANDLERS, CodeBlock.join(calls, ""))
                .build();
    }

    /** Returns a field where parameters have these names. */
    private static String field(TaskMethod method, String... parameters) {
        return List.of(parameters).contains(method.name()) ? "this." + method.name() : method.name();
    }

    private ParameterizedTypeName of(ClassName type, TaskMethod method) {
        return ParameterizedTypeName.get(
                type, input(method).box(), output(method).box());
    }

    private TypeName input(TaskMethod method) {
        return inherited(method.input());
    }

    private TypeName output(TaskMethod method) {
        return inherited(method.output());
    }

    /** Returns a type as people write it here: a class within the interface is inherited. */
    private TypeName inherited(TypeName type) {
        return type instanceof ClassName name && names.tasks().equals(name.enclosingClassName())
                ? ClassName.get("", name.simpleName())
                : type;
    }

    private static String setter(TaskMethod method) {
        return "on" + Character.toUpperCase(method.name().charAt(0))
                + method.name().substring(1);
    }
}
