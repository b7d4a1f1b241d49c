package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The starter whose executions are checked by JSON Schema, with what no Java type knows of a schema. */
class ValidatedWorkflowTest {
    private static final String DEFINITION = """
            {"StartAt": "Pack", "States": {"Pack": {
              "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pack", "End": true}}}
            """;

    @TempDir
    Path directory;

    private Sources sources;

    @BeforeEach
    void write() {
        sources = new Sources(directory)
                .with("shop/order.asl.json", DEFINITION)
                .with("shop/order.input.schema.json", """
                        {"$id": "https://acme.com/order", "type": "object", "required": ["sku", "count"], "properties": {
                          "sku": {"$ref": "../parts/sku.schema.json#name"},
                          "count": {"type": "integer", "description": "at least one", "default": 1}}}
                        """)
                .with("shop/order.output.schema.json", """
                        {"type": "object", "required": ["label"], "properties": {
                          "label": {"type": "string", "maxLength": 30}, "of": {"$ref": "#"}}}
                        """)
                .with("shop/order.tasks/Pack.input.schema.json", """
                        {"type": "object", "required": ["count"], "properties": {"count": {"type": "integer", "maximum": 12}, "sku": {"type": "string"}}}
                        """)
                .with("shop/order.tasks/Pack.output.schema.json", """
                        {"type": "object", "required": ["label"], "properties": {"label": {"type": "string", "format": "regex"}}}
                        """)
                .with("parts/sku.schema.json", """
                        {"$defs": {"the name": {"$anchor": "name", "$ref": "#/$defs/any"}, "any": {"type": "string", "format": "email"}}}
                        """);
    }

    @SuppressWarnings("unchecked")
    private BiFunction<String, Long, Object> program() throws Exception {
        String text = Files.readString(Path.of("src/test/resources/cases/programs/ValidateOrder.java.txt"))
                .replace("package com.acme;", "package com.acme.shop;");
        Compiled classes =
                sources.compiled(new GeneratedFile(Root.TEST_SOURCES, "com/acme/shop/ValidateOrder.java", text));
        return (BiFunction<String, Long, Object>)
                classes.type("com.acme.shop.ValidateOrder").getConstructor().newInstance();
    }

    @Test
    void what_fits_goes_through() throws Exception {
        assertThat(program().apply("a@acme.com", 2L))
                .isInstanceOfSatisfying(
                        Outcome.Succeeded.class,
                        done -> assertThat(done.output())
                                .hasToString("OrderOutput[label=boxed a@acme.com, of=Optional.empty]"));
    }

    @Test
    void an_input_of_the_right_type_that_does_not_fit_its_schema_starts_nothing() throws Exception {
        assertThat(program().apply("ax", 2L))
                .isEqualTo("an execution of order cannot start with this input:"
                        + " \"/sku\" is \"ax\": does not match the email pattern must be a valid RFC 5321 Mailbox");
    }

    @Test
    void an_output_that_does_not_fit_its_schema_is_a_failure() throws Exception {
        String sku = "x".repeat(30) + "@acme.com";

        assertThat(program().apply(sku, 2L))
                .isEqualTo(new Outcome.Failed<>(
                        "Stepwright.InvalidOutput",
                        "\"/label\" is \"boxed " + sku + "\": must be at most 30 characters long"));
    }

    @Test
    void a_task_whose_input_does_not_fit_its_schema_is_not_done() throws Exception {
        assertThat(program().apply("a@acme.com", 13L))
                .isEqualTo(new Outcome.Failed<>(
                        "Stepwright.InvalidTaskInput",
                        "the task \"Pack\" cannot run with this input: \"/count\" is 13:"
                                + " must have a maximum value of 12"));
    }

    @Test
    void a_task_whose_result_does_not_fit_its_schema_fails() throws Exception {
        assertThat(program().apply("**@acme.com", 2L))
                .isEqualTo(new Outcome.Failed<>(
                        "Stepwright.InvalidTaskOutput",
                        "the task \"Pack\" returned an invalid result: \"/label\" is \"boxed **@acme.com\":"
                                + " does not match the regex pattern must be a valid ECMA-262 regular expression"));
    }

    @Test
    void a_machine_with_schemas_of_its_tasks_only_is_checked_too(@TempDir Path other) {
        Class<?> workflow = new Sources(other)
                .with("order.asl.json", DEFINITION)
                .with("order.tasks/Pack.output.schema.json", "{\"type\": \"string\"}")
                .compiled()
                .type("com.acme.OrderWorkflow");

        assertThat(Arrays.stream(workflow.getMethods()))
                .anyMatch(method -> method.getName().equals("validating"));
    }

    @Test
    void the_schemas_are_among_the_classes_with_all_that_they_refer_to() {
        String text = sources.text("asl/shop/order.schemas.json");

        assertThat(JsonDocument.parse(text).root())
                .isEqualTo(JsonDocument.parse("""
                {
                  "input": "asl:/shop/order.input.schema.json",
                  "output": "asl:/shop/order.output.schema.json",
                  "tasks": {
                    "Pack": {
                      "input": "asl:/shop/order.tasks/Pack.input.schema.json",
                      "output": "asl:/shop/order.tasks/Pack.output.schema.json"
                    }
                  },
                  "schemas": {
                    "asl:/shop/order.tasks/Pack.input.schema.json": {
                      "type": "object",
                      "required": ["count"],
                      "properties": {"count": {"type": "integer", "maximum": 12}, "sku": {"type": "string"}}
                    },
                    "asl:/shop/order.tasks/Pack.output.schema.json": {
                      "type": "object",
                      "required": ["label"],
                      "properties": {"label": {"type": "string", "format": "regex"}}
                    },
                    "asl:/parts/sku.schema.json": {
                      "$defs": {
                        "the name": {"$anchor": "name", "$ref": "asl:/parts/sku.schema.json#/$defs/any"},
                        "any": {"type": "string", "format": "email"}
                      }
                    },
                    "asl:/shop/order.input.schema.json": {
                      "type": "object",
                      "required": ["sku", "count"],
                      "properties": {
                        "sku": {"$ref": "asl:/parts/sku.schema.json#/$defs/the%20name"},
                        "count": {"type": "integer", "description": "at least one", "default": 1}
                      }
                    },
                    "asl:/shop/order.output.schema.json": {
                      "type": "object",
                      "required": ["label"],
                      "properties": {
                        "label": {"type": "string", "maxLength": 30},
                        "of": {"$ref": "asl:/shop/order.output.schema.json#"}
                      }
                    }
                  }
                }
                """).root());
    }

    @Test
    void a_machine_without_written_schemas_has_nothing_to_check_by(@TempDir Path other) {
        Class<?> workflow =
                new Sources(other).with("order.asl.json", DEFINITION).compiled().type("com.acme.OrderWorkflow");

        assertThat(Arrays.stream(workflow.getMethods()))
                .noneMatch(method -> method.getName().equals("validating"));
    }
}
