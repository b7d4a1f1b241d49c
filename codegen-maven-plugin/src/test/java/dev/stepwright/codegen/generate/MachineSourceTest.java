package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.StartedExecution;
import dev.stepwright.runtime.task.TaskContext;
import dev.stepwright.runtime.task.TaskFailure;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is generated for a machine: the interface of its tasks and the class that starts it. */
class MachineSourceTest {
    private static final String DEFINITION = """
            {
              "Comment": "Charges an order & ships it.",
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Comment": "Asks the bank */ once.",
                  "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge-card",
                  "Retry": [{"ErrorEquals": ["BankClosed", "States.Timeout"]}],
                  "Catch": [
                    {"ErrorEquals": ["com.acme.CardDeclined", "BankClosed"], "Next": "Declined"},
                    {"ErrorEquals": ["States.ALL"], "Next": "Declined"}
                  ],
                  "ResultPath": "$.payment",
                  "Next": "Ship each"
                },
                "Ship each": {
                  "Type": "Map",
                  "ItemsPath": "$.items",
                  "ItemProcessor": {
                    "StartAt": "Ship it!",
                    "States": {
                      "Ship it!": {
                        "Type": "Task",
                        "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:ship",
                        "Catch": [{"ErrorEquals": ["com.acme.CardDeclined"], "Next": "Skipped"}],
                        "End": true
                      },
                      "Skipped": {"Type": "Pass", "End": true}
                    }
                  },
                  "End": true
                },
                "Declined": {"Type": "Fail", "Error": "OrderDeclined"}
              }
            }
            """;

    @TempDir
    Path directory;

    private Compiled classes;

    @BeforeEach
    void compile() {
        classes = sources().compiled();
    }

    private Sources sources() {
        return new Sources(directory)
                .with("order.asl.json", DEFINITION)
                .with("order.input.schema.json", """
                        {"type": "object", "required": ["items"], "properties":
                          {"items": {"type": "array", "items": {"$ref": "shared/item.schema.json"}}}}
                        """)
                .with("order.output.schema.json", "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}")
                .with("order.tasks/Charge.input.schema.json", "{}")
                .with("order.tasks/Charge.output.schema.json", "{\"enum\": [\"PAID\", \"OPEN\"]}")
                .with("order.tasks/Ship it!.input.schema.json", "{\"$ref\": \"../shared/item.schema.json\"}")
                .with(
                        "shared/item.schema.json",
                        "{\"type\": \"object\", \"properties\": {\"sku\": {\"type\": \"string\"}}}");
    }

    @Test
    void each_task_state_of_every_scope_is_a_method_typed_by_its_schemas() throws Exception {
        Class<?> tasks = classes.type("com.acme.OrderTasks");
        Class<?> item = classes.type("com.acme.shared.Item");

        Method charge = tasks.getMethod("charge", JsonNode.class, TaskContext.class);
        Method ship = tasks.getMethod("shipIt", item, TaskContext.class);

        assertThat(charge.getReturnType().getName()).isEqualTo("com.acme.OrderTasks$ChargeOutput");
        assertThat(ship.getReturnType()).isEqualTo(JsonNode.class);
        assertThat(Arrays.stream(tasks.getMethods()).map(Method::getName))
                .containsExactlyInAnyOrder("charge", "shipIt", "handlers");
    }

    @Test
    void a_task_and_the_machine_share_a_package_so_a_union_needs_no_wrapper_between_them(@TempDir Path other) {
        Compiled compiled = new Sources(other)
                .with("order.asl.json", DEFINITION)
                .with(
                        "card.schema.json",
                        "{\"type\": \"object\", \"required\": [\"number\"], \"properties\": {\"number\": {\"type\": \"string\"}}}")
                .with(
                        "order.tasks/Charge.input.schema.json",
                        "{\"oneOf\": [{\"$ref\": \"../card.schema.json\"}, {\"title\": \"Token\", \"type\": \"string\"}]}")
                .compiled();

        assertThat(compiled.type("com.acme.OrderTasks$ChargeInput")).isAssignableFrom(compiled.type("com.acme.Card"));
    }

    @Test
    void errors_that_a_state_names_are_exceptions_that_its_method_may_throw() throws Exception {
        Class<?> tasks = classes.type("com.acme.OrderTasks");
        Class<?> declined = classes.type("com.acme.OrderTasks$CardDeclined");
        Class<?> service = classes.type("com.acme.OrderTasks$BankClosed");

        assertThat(tasks.getMethod("charge", JsonNode.class, TaskContext.class).getExceptionTypes())
                .containsExactly(service, declined, TaskFailure.class);
        assertThat(declined).isAssignableTo(TaskFailure.class);
        assertThat(declined.getField("NAME").get(null)).isEqualTo("com.acme.CardDeclined");
        assertThat(declined.getConstructor(String.class).newInstance("no money"))
                .hasToString("com.acme.OrderTasks$CardDeclined: com.acme.CardDeclined: no money");
    }

    @Test
    void an_error_of_a_name_of_java_lang_hides_that_from_nobody_who_does_the_tasks(@TempDir Path other) {
        String service = """
                package com.acme;
                import dev.stepwright.runtime.task.TaskContext;
                import tools.jackson.databind.JsonNode;
                final class Service implements OrderTasks {
                    public JsonNode charge(JsonNode input, TaskContext context) throws Exception_ {
                        try {
                            return input.required("card");
                        } catch (Exception e) {
                            throw new Exception_(e.getMessage());
                        }
                    }
                }
                """;
        Compiled compiled = new Sources(other)
                .with("order.asl.json", """
                        {"StartAt": "Charge", "States": {"Charge": {
                          "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge",
                          "Retry": [{"ErrorEquals": ["Exception", "Error", "ScopedValue"]}], "End": true}}}
                        """)
                .compiled(new GeneratedFile(Root.TEST_SOURCES, "com/acme/Service.java", service));

        assertThat(compiled.type("com.acme.OrderTasks$Error_")).isAssignableTo(TaskFailure.class);
        assertThat(compiled.type("com.acme.OrderTasks$ScopedValue_")).isAssignableTo(TaskFailure.class); // of Java 25
    }

    @Test
    void errors_whose_short_names_are_one_have_classes_and_constants_of_their_own(@TempDir Path other)
            throws Exception {
        Compiled compiled = new Sources(other).with("order.asl.json", """
                        {"StartAt": "Charge", "States": {
                          "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge",
                            "Parameters": {"id": 1}, "Next": "Paid?", "Catch": [
                              {"ErrorEquals": ["com.acme.CardDeclined", "Card.Declined", "CardDeclined", "ChargeInput"], "Next": "No"}]},
                          "Paid?": {"Type": "Choice", "Choices": [{"Variable": "$.paid", "BooleanEquals": true, "Next": "Yes"}], "Default": "Late"},
                          "Yes": {"Type": "Succeed"},
                          "No": {"Type": "Fail", "Error": "NotPaid"},
                          "Late": {"Type": "Fail", "Error": "Not.Paid"}}}
                        """).compiled();

        assertThat(compiled.type("com.acme.OrderTasks").getMethods())
                .filteredOn(method -> method.getName().equals("charge"))
                .flatExtracting(method -> List.of(method.getExceptionTypes()))
                .extracting(type ->
                        type.getSimpleName() + " " + type.getField("NAME").get(null))
                .containsExactlyInAnyOrder(
                        "ComAcmeCardDeclined com.acme.CardDeclined",
                        "Card_Declined Card.Declined",
                        "CardDeclined CardDeclined",
                        "ChargeInput_ ChargeInput");
        assertThat(compiled.type("com.acme.OrderWorkflow$Errors").getFields())
                .extracting(field -> field.getName() + " " + field.get(null))
                .containsExactlyInAnyOrder("NotPaid NotPaid", "Not_Paid Not.Paid");
    }

    @Test
    void the_definition_is_read_from_the_class_path() throws Exception {
        Class<?> workflow = classes.type("com.acme.OrderWorkflow");

        StateMachineDefinition definition =
                (StateMachineDefinition) workflow.getField("DEFINITION").get(null);

        assertThat(definition)
                .isEqualTo(
                        StateMachineDefinition.of(JsonDocument.parse(DEFINITION).root()));
        assertThat(workflow.getField("NAME").get(null)).isEqualTo("order");
    }

    @Test
    void the_machine_has_the_types_of_its_input_and_output() throws Exception {
        Field machine = classes.type("com.acme.OrderWorkflow").getField("MACHINE");

        assertThat(machine.getGenericType().getTypeName())
                .isEqualTo(StateMachine.class.getName() + "<com.acme.OrderInput, com.acme.OrderOutput>");
        assertThat((StateMachine<?, ?>) machine.get(null))
                .returns(
                        StateMachineDefinition.of(JsonDocument.parse(DEFINITION).root()), StateMachine::definition)
                .returns(classes.type("com.acme.OrderInput"), StateMachine::inputType)
                .returns(classes.type("com.acme.OrderOutput"), StateMachine::outputType);
    }

    @Test
    void executions_are_started_with_the_input_type_or_found_by_name_and_give_the_output_type() throws Exception {
        Class<?> workflow = classes.type("com.acme.OrderWorkflow");
        Class<?> input = classes.type("com.acme.OrderInput");

        assertThat(workflow.getConstructor(Engine.class, classes.type("com.acme.OrderTasks")))
                .isNotNull();
        assertThat(Stream.of(
                                workflow.getMethod("start", input),
                                workflow.getMethod("start", String.class, input),
                                workflow.getMethod("execution", String.class))
                        .map(method -> method.getGenericReturnType().getTypeName()))
                .containsOnly(StartedExecution.class.getName() + "<com.acme.OrderOutput>");
    }

    @Test
    void every_state_is_a_constant_with_its_name_in_the_order_of_the_document() throws Exception {
        Object[] states = classes.type("com.acme.OrderWorkflow$State").getEnumConstants();

        assertThat(states)
                .extracting(Object::toString)
                .containsExactly("CHARGE", "SHIP_EACH", "SHIP_IT", "SKIPPED", "DECLINED");
        assertThat(states[2].getClass().getMethod("stateName").invoke(states[2]))
                .isEqualTo("Ship it!");
        assertThat(states[2].getClass().getMethod("path").invoke(states[2])).isEqualTo("Ship each/Ship it!");
    }

    @Test
    void a_handler_class_runs_the_machine_on_the_engine_and_its_execution_is_found_by_its_name() throws Exception {
        Compiled program = program("RunOrder");
        @SuppressWarnings("unchecked")
        Function<String, Object> run = (Function<String, Object>)
                program.type("com.acme.RunOrder").getConstructor().newInstance();

        assertThat(run.apply("silver")).isEqualTo(List.of("shipped silver"));
        assertThat(run.apply("gold")).isEqualTo(new Outcome.Failed<>("OrderDeclined", null));
    }

    @Test
    void a_fake_of_the_tasks_gives_what_it_is_told_and_keeps_what_it_was_asked() throws Exception {
        Compiled program = program("FakeOrder");

        Object asked = ((Supplier<?>)
                        program.type("com.acme.FakeOrder").getConstructor().newInstance())
                .get();

        assertThat(asked).hasToString("[1, [Item[sku=Optional[s]], Item[sku=Optional[s]]]]");
    }

    @Test
    void a_fake_that_was_told_nothing_says_what_to_call() throws Exception {
        Class<?> fake = classes.type("com.acme.FakeOrderTasks");
        Method charge = fake.getMethod("charge", JsonNode.class, TaskContext.class);
        Object tasks = fake.getConstructor().newInstance();

        assertThatThrownBy(() -> charge.invoke(tasks, JsonDocument.parse("{}").root(), null))
                .cause()
                .hasMessage("nothing was said about the state \"Charge\"; call onCharge first");
    }

    @Test
    void a_fake_that_was_told_nothing_ends_the_execution_whatever_that_catches() throws Exception {
        Object outcome = ((Supplier<?>) program("ForgottenOrder")
                        .type("com.acme.ForgottenOrder")
                        .getConstructor()
                        .newInstance())
                .get();

        assertThat(outcome).asString().contains("States.Runtime", "call onCharge first");
    }

    @Test
    void the_errors_of_fail_states_are_constants() throws Exception {
        Class<?> errors = classes.type("com.acme.OrderWorkflow$Errors");

        assertThat(errors.getField("ORDER_DECLINED").get(null)).isEqualTo("OrderDeclined");
    }

    @Test
    void the_text_is_what_it_was_when_it_was_last_read_by_a_person() throws Exception {
        String tasks = sources().text("com/acme/OrderTasks.java");

        assertThat(tasks).isEqualTo(Files.readString(Path.of("src/test/resources/cases/golden/OrderTasks.java.txt")));
    }

    /** Returns the classes with a program of {@code cases/programs} that uses them. */
    private Compiled program(String name) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/cases/programs", name + ".java.txt"));
        return sources().compiled(new GeneratedFile(Root.TEST_SOURCES, "com/acme/" + name + ".java", text));
    }
}
