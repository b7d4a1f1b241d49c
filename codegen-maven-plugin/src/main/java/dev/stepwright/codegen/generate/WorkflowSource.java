package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.asl.PackagedDefinition;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.codegen.generate.code.Docs;
import dev.stepwright.dsl.StateMachine;
import javax.lang.model.element.Modifier;

/** The class that registers a definition with an engine and starts executions with typed inputs. */
final class WorkflowSource {
    private static final String RUNTIME = "dev.stepwright.runtime";
    private static final ClassName ENGINE = ClassName.get(RUNTIME, "Engine");
    private static final ClassName SERVICE = ClassName.get(RUNTIME, "WorkflowService");
    private static final ClassName CLIENT = ClassName.get(RUNTIME, "WorkflowClient");
    private static final ClassName EXECUTION = ClassName.get(RUNTIME, "StartedExecution");
    private static final ClassName VALIDATOR = ClassName.get(RUNTIME, "SchemaValidator");
    private static final ClassName MACHINE = ClassName.get(StateMachine.class);
    private static final ClassName STRING = ClassName.get(String.class);

    private final Machine machine;
    private final MachineNames names;
    private final TypeName input;
    private final TypeName output;

    WorkflowSource(Machine machine, MachineNames names, TypeName input, TypeName output) {
        this.machine = machine;
        this.names = names;
        this.input = input;
        this.output = output;
    }

    TypeSpec.Builder spec() {
        String comment =
                machine.document().definition().comment().map(Docs::escape).orElse("");
        TypeName client = ParameterizedTypeName.get(CLIENT, input, output);
        TypeSpec.Builder spec = TypeSpec.classBuilder(names.workflow().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "Starts executions of the state machine $L, in this process or where a service has it.\n$L",
                        Docs.code(machine.name()),
                        comment.isEmpty() ? "" : "\n<p>" + comment + "\n")
                .addField(constant(
                        STRING,
                        "NAME",
                        CodeBlock.of("$S", machine.name()),
                        "The name that the machine is registered under."))
                .addField(constant(
                        STRING,
                        "RESOURCE",
                        CodeBlock.of("$S", "/" + machine.resource()),
                        "Where the definition's text is on the class path."))
                .addField(constant(
                        STRING,
                        "SHA_256",
                        CodeBlock.of(
                                "$S",
                                PackagedDefinition.sha256(machine.document().asl())),
                        "The SHA-256 of that text in UTF-8."))
                .addField(constant(
                        ClassName.get(StateMachineDefinition.class),
                        "DEFINITION",
                        CodeBlock.of(
                                "$T.read($T.class.getResourceAsStream(RESOURCE), RESOURCE, SHA_256)",
                                PackagedDefinition.class,
                                names.workflow()),
                        "The definition."))
                .addField(
                        constant(
                                ParameterizedTypeName.get(MACHINE, input, output),
                                "MACHINE",
                                CodeBlock.of("$T.of(DEFINITION, $T.class, $T.class)", MACHINE, input, output),
                                "The definition with the types of its input and output: for engines, and for {@code TestMachine}."))
                .addField(client, "client", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(onEngine())
                .addMethod(onService())
                .addMethod(starter("start")
                        .addJavadoc("Starts an execution under a new name.\n")
                        .addParameter(input, "input")
                        .addStatement("return client.start(input)")
                        .build())
                .addMethod(starter("start")
                        .addJavadoc("""
                                Starts an execution under a given name. If one of that name and input is running, that one is returned.

                                @param executionName 1 to 80 characters
                                @see $T#start(String, Object)
                                """, CLIENT)
                        .addParameter(STRING, "executionName")
                        .addParameter(input, "input")
                        .addStatement("return client.start(executionName, input)")
                        .build())
                .addMethod(starter("execution")
                        .addJavadoc("""
                                Returns an execution that was started before, by this process or another.

                                @param nameOrArn its name, or its ARN, which begins with {@code arn:}
                                @see $T#execution
                                """, CLIENT)
                        .addParameter(STRING, "nameOrArn")
                        .addStatement("return client.execution(nameOrArn)")
                        .build())
                .addMethod(MethodSpec.methodBuilder("client")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(client)
                        .addJavadoc("Returns the machine where it runs.\n")
                        .addStatement("return client")
                        .build())
                .addTypes(new MachineConstants(machine).types());
        if (machine.hasWrittenSchemas()) {
            spec.addMethod(checked(client)).addMethod(validating());
        }
        return spec;
    }

    private static MethodSpec checked(TypeName client) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(client, "client")
                .addStatement("this.client = client")
                .build();
    }

    private MethodSpec validating() {
        return MethodSpec.methodBuilder("validating")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(VALIDATOR, "schemas")
                .returns(names.workflow())
                .addJavadoc("""
                        Returns this machine with what executions and tasks take and give checked by the schemas beside its
                        definition. An input that does not fit starts nothing, an output that does not fit fails the execution;
                        a task fails with either.

                        @see $T#checked
                        """, CLIENT)
                .addStatement(
                        "return new $1T(client.checked(schemas.check($1T.class, $2S)))",
                        names.workflow(),
                        "/" + machine.schemasResource())
                .build();
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock value, String doc) {
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L\n", doc)
                .initializer(value)
                .build();
    }

    private MethodSpec onEngine() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addParameter(ENGINE, "engine")
                .addParameter(names.tasks(), "tasks")
                .addJavadoc("Registers the machine with an engine, which will call the tasks.\n")
                .addStatement("this.client = engine.register(NAME, MACHINE, tasks.handlers())")
                .build();
    }

    private MethodSpec onService() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addParameter(SERVICE, "service")
                .addJavadoc("Takes the machine that a service, such as AWS, has under the name {@link #NAME}.\n")
                .addStatement("this.client = service.client(NAME, $T.class, $T.class)", input, output)
                .build();
    }

    private MethodSpec.Builder starter(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(EXECUTION, output));
    }
}
