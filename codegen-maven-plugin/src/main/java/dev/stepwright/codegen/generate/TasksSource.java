package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.code.Claims;
import dev.stepwright.codegen.generate.code.Claims.Claimant;
import dev.stepwright.codegen.generate.code.Docs;
import dev.stepwright.codegen.generate.code.JavaTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The interface with one method for each Task state. */
final class TasksSource {
    static final ClassName HANDLERS = ClassName.get("dev.stepwright.runtime.task", "TaskHandlers");
    static final ClassName CONTEXT = ClassName.get("dev.stepwright.runtime.task", "TaskContext");
    static final ClassName FAILURE = ClassName.get("dev.stepwright.runtime.task", "TaskFailure");

    private final Machine machine;
    private final MachineNames names;
    private final ErrorClasses classes;
    private final List<TaskMethod> methods;

    TasksSource(Machine machine, MachineNames names, ErrorClasses classes, List<TaskMethod> methods) {
        this.machine = machine;
        this.names = names;
        this.classes = classes;
        this.methods = methods;
    }

    /** One method: its state, its name, the types of what it takes and gives, and the errors that it may throw. */
    record TaskMethod(TaskState state, String name, TypeName input, TypeName output, TaskErrors errors) {
        /** Returns whether the state waits until its token is sent back, whatever the method returns. */
        boolean isCallback() {
            return state.resource().orElse("").endsWith(TaskResource.CALLBACK);
        }
    }

    /** Claims the names of the exceptions. */
    void claim(Claims claims) {
        errors().forEach((error, state) -> {
            Claimant claimant = new Claimant("the error \"" + error + "\"", machine.path(), position(state));
            claims.claim(classes.of(error), claimant);
        });
    }

    private dev.stepwright.json.Position position(TaskState state) {
        return machine.document().keyPosition(state.pointer());
    }

    /** Returns all errors, each with the first state that names it. */
    private Map<String, TaskState> errors() {
        Map<String, TaskState> errors = new LinkedHashMap<>();
        methods.forEach(
                method -> method.errors().named().keySet().forEach(error -> errors.putIfAbsent(error, method.state())));
        return errors;
    }

    TypeSpec.Builder spec() {
        TypeSpec.Builder spec = TypeSpec.interfaceBuilder(names.tasks().simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "The work that {@link $L} asks for: one method for each Task state.\n",
                        names.workflow().simpleName());
        methods.forEach(method -> spec.addMethod(method(method)));
        return spec.addMethod(handlers());
    }

    /** Returns the classes of the errors that methods throw, which stand within the interface. */
    Map<ClassName, TypeSpec.Builder> exceptions() {
        Map<ClassName, TypeSpec.Builder> exceptions = new LinkedHashMap<>();
        errors().keySet().forEach(error -> exceptions.put(classes.of(error), exception(error)));
        return exceptions;
    }

    private MethodSpec method(TaskMethod method) {
        MethodSpec.Builder spec = MethodSpec.methodBuilder(method.name())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(method.isCallback() ? TypeName.VOID : method.output())
                .addParameter(method.input(), "input")
                .addParameter(CONTEXT, "context");
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(
                        "State \"$L\", resource $L.\n",
                        Docs.escape(method.state().name()),
                        Docs.code(method.state().resource().orElse("")));
        method.state().comment().ifPresent(comment -> doc.add("\n<p>$L\n", Docs.escape(comment)));
        if (method.isCallback()) {
            doc.add(
                    "\n<p>Begins the work and returns. The state goes on when somebody sends its token back, {@code context.taskToken().orElseThrow()},"
                            + " with $L: {@code engine.sendTaskSuccess}, or the call of that name on AWS.\n",
                    result(method.output()));
        }
        TaskDocs docs = new TaskDocs(method.state());
        doc.add("\n@param input $L\n@param context about this attempt\n", docs.input());
        if (!method.isCallback()) {
            doc.add("@return $L\n", docs.result());
        }
        Map<String, String> errors = method.errors().named();
        errors.forEach((error, what) -> {
            doc.add("@throws $L $L, $L\n", classes.of(error).simpleName(), Docs.code(error), Docs.escape(what));
            spec.addException(classes.of(error));
        });
        method.errors().any().ifPresent(what -> {
            String any = errors.isEmpty() ? "any" : "any other";
            doc.add("@throws $T $L error, $L\n", FAILURE, any, Docs.escape(what));
            spec.addException(FAILURE);
        });
        return spec.addJavadoc(doc.build()).build();
    }

    private static CodeBlock result(TypeName output) {
        return output instanceof ClassName name && !name.equals(JavaTypes.JSON)
                ? CodeBlock.of("the {@link $T} as JSON", name)
                : CodeBlock.of("its result as JSON");
    }

    private MethodSpec handlers() {
        if (methods.isEmpty()) {
            return handlers("Returns none: no state has a method.\n")
                    .addStatement("return $T.none()", HANDLERS)
                    .build();
        }
        List<CodeBlock> calls = new ArrayList<>();
        for (TaskMethod method : methods) {
            CodeBlock call = method.isCallback()
                    ? CodeBlock.of("(input, context) -> {\n$>$L(input, context);\nreturn null;\n$<}", method.name())
                    : CodeBlock.of("this::$L", method.name());
            calls.add(CodeBlock.of("\n.state($S, $T.class, $L)", method.state().name(), method.input(), call));
        }
        return handlers("Binds each method to its state.\n")
                .addStatement("return $T.builder()$L\n.build()", HANDLERS, CodeBlock.join(calls, ""))
                .build();
    }

    private static MethodSpec.Builder handlers(String doc) {
        return MethodSpec.methodBuilder("handlers")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(HANDLERS)
                .addJavadoc(doc);
    }

    private TypeSpec.Builder exception(String error) {
        return TypeSpec.classBuilder(classes.of(error))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(FAILURE)
                .addJavadoc("The error $L, which the definition knows.\n", Docs.code(error))
                .addField(constant(TypeName.LONG, "serialVersionUID", CodeBlock.of("1L"), Modifier.PRIVATE))
                .addField(constant(ClassName.get(String.class), "NAME", CodeBlock.of("$S", error), Modifier.PUBLIC))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(String.class, "cause")
                        .addJavadoc(
                                "Fails the task with this error.\n\n@param cause what happened, for people to read; may be null\n")
                        .addStatement("super(NAME, cause)")
                        .build());
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock value, Modifier access) {
        return FieldSpec.builder(type, name, access, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }
}
