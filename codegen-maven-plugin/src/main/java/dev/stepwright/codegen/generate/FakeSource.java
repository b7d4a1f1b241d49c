package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.stepwright.codegen.generate.TasksSource.TaskMethod;
import dev.stepwright.codegen.generate.code.Docs;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.lang.model.element.Modifier;

/** The class that stands in for the tasks of a machine in tests: it gives what it is told to and keeps what it was asked. */
record FakeSource(MachineNames names, ErrorClasses errors, List<TaskMethod> methods) {
    private static final ClassName UNSTUBBED = ClassName.get("dev.stepwright.runtime.task", "UnstubbedTaskException");

    TypeSpec.Builder spec() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(names.fake().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(names.tasks())
                .addJavadoc(
                        "Stands in for the tasks of {@link $L} in tests: gives what it is told to and keeps what it was asked.\n",
                        names.workflow().simpleName());
        methods.forEach(method -> add(method, spec));
        if (methods.stream().anyMatch(TaskMethod::isCallback)) {
            spec.addMethod(handlers());
        }
        return spec.addMethod(unsaid());
    }

    /** Stands for what a state does until a test says that. */
    private static MethodSpec unsaid() {
        TypeVariableName result = TypeVariableName.get("T");
        return MethodSpec.methodBuilder("unsaid")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariable(result)
                .returns(result)
                .addParameter(String.class, "state")
                .addParameter(String.class, "setter")
                .addStatement(
                        "throw new $T($S + state + $S + setter + $S)",
                        UNSTUBBED,
                        "nothing was said about the state \"",
                        "\"; call ",
                        " first")
                .build();
    }

    private void add(TaskMethod method, TypeSpec.Builder spec) {
        ClassName work = names.fake().nestedClass(work(method));
        String field = method.name() + "Work";
        String inputs = method.name() + "Inputs";
        spec.addField(FieldSpec.builder(work, field, Modifier.PRIVATE, Modifier.VOLATILE)
                        .initializer(
                                "(input, context) -> unsaid($S, $S)",
                                method.state().name(),
                                "on" + capital(method))
                        .build())
                .addField(FieldSpec.builder(listOf(method), inputs, Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("new $T<>()", CopyOnWriteArrayList.class)
                        .build())
                .addMethod(setter(method)
                        .addJavadoc(
                                "Says what the state \"$L\" does.\n",
                                Docs.escape(method.state().name()))
                        .addParameter(work, "work")
                        .addStatement("this.$L = work", field)
                        .addStatement("return this")
                        .build())
                .addMethod(setter(method)
                        .addJavadoc(
                                "Says what the state \"$L\" gives.\n",
                                Docs.escape(method.state().name()))
                        .addParameter(output(method), "result")
                        .addStatement("return on$L((input, context) -> result)", capital(method))
                        .build())
                .addMethod(MethodSpec.methodBuilder(inputs)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(listOf(method))
                        .addJavadoc(
                                "Returns what the state \"$L\" was asked so far, each attempt once.\n",
                                Docs.escape(method.state().name()))
                        .addStatement("return $T.copyOf($L)", List.class, inputs)
                        .build())
                .addMethod(call(method, method.isCallback() ? TypeName.VOID : output(method))
                        .addAnnotation(Override.class)
                        .addStatement("$L.add(input)", inputs)
                        .addStatement(
                                (method.isCallback() ? "" : "return ") + "$L.$L(input, context)", field, method.name())
                        .build())
                .addType(TypeSpec.interfaceBuilder(work.simpleName())
                        .addAnnotation(FunctionalInterface.class)
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc(
                                "What the state \"$L\" does.\n",
                                Docs.escape(method.state().name()))
                        .addMethod(call(method, output(method))
                                .addModifiers(Modifier.ABSTRACT)
                                .build())
                        .build());
    }

    private MethodSpec.Builder setter(TaskMethod method) {
        return MethodSpec.methodBuilder("on" + capital(method))
                .addModifiers(Modifier.PUBLIC)
                .returns(names.fake());
    }

    /** A task that waits for its token gets what the fake is told as if somebody had sent that back. */
    private MethodSpec handlers() {
        List<CodeBlock> calls = methods.stream()
                .map(method -> method.isCallback()
                        ? CodeBlock.of(
                                "\n.answering($1S, $2T.class, (input, context) -> {\n$>$3LInputs.add(input);\n"
                                        + "return $3LWork.$3L(input, context);\n$<})",
                                method.state().name(),
                                input(method),
                                method.name())
                        : CodeBlock.of(
                                "\n.state($S, $T.class, this::$L)",
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

    private MethodSpec.Builder call(TaskMethod method, TypeName result) {
        MethodSpec.Builder call = MethodSpec.methodBuilder(method.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(result)
                .addParameter(ParameterSpec.builder(input(method), "input").build())
                .addParameter(TasksSource.CONTEXT, "context");
        method.errors().named().keySet().forEach(error -> call.addException(inherited(errors.of(error))));
        method.errors().any().ifPresent(what -> call.addException(TasksSource.FAILURE));
        return call;
    }

    private TypeName listOf(TaskMethod method) {
        return ParameterizedTypeName.get(ClassName.get(List.class), input(method));
    }

    private TypeName input(TaskMethod method) {
        return inherited(method.input());
    }

    private TypeName output(TaskMethod method) {
        return inherited(method.output());
    }

    /** Returns a type as people write it here: a class within the interface is inherited, unless one of this class hides it. */
    private TypeName inherited(TypeName type) {
        return type instanceof ClassName name
                        && names.tasks().equals(name.enclosingClassName())
                        && methods.stream().noneMatch(method -> work(method).equals(name.simpleName()))
                ? ClassName.get("", name.simpleName())
                : type;
    }

    private static String work(TaskMethod method) {
        return capital(method) + "Work";
    }

    private static String capital(TaskMethod method) {
        return Character.toUpperCase(method.name().charAt(0)) + method.name().substring(1);
    }
}
