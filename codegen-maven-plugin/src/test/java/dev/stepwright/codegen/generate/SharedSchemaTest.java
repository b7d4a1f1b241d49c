package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.runtime.task.TaskContext;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One function that serves several states. */
class SharedSchemaTest {
    private static final String STATE = """
            {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:notify",
             "Parameters": {"orderId.$": "$.id", "about": "%s"}, %s}""";

    @TempDir
    Path directory;

    private Sources sources;

    @BeforeEach
    void two_states_that_call_one_function() {
        sources = new Sources(directory)
                .with(
                        "order.asl.json",
                        "{\"StartAt\": \"Tell of receipt\", \"States\": {\"Tell of receipt\": "
                                + STATE.formatted("received", "\"ResultPath\": null, \"Next\": \"Tell of shipping\"")
                                + ", \"Tell of shipping\": " + STATE.formatted("shipped", "\"End\": true") + "}}");
    }

    private static String record(String name) {
        return "record " + name + "(JsonNode orderId, String about)";
    }

    @Test
    void each_state_has_its_record_so_that_a_change_at_one_renames_nothing_at_another() {
        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains(record("TellOfReceiptInput"), record("TellOfShippingInput"));
    }

    @Test
    void one_schema_that_those_of_the_states_refer_to_is_one_type_for_one_method() throws Exception {
        sources.with("order.tasks/Notice.schema.json", """
                        {"type": "object", "required": ["orderId", "about"],
                         "properties": {"orderId": {"type": "string"}, "about": {"type": "string"}}}
                        """)
                .with("order.tasks/Tell of receipt.input.schema.json", "{\"$ref\": \"Notice.schema.json\"}")
                .with("order.tasks/Tell of shipping.input.schema.json", "{\"$ref\": \"Notice.schema.json\"}");

        Compiled classes = sources.compiled(new GeneratedFile(Root.SOURCES, "com/acme/Notifier.java", """
                package com.acme;

                import dev.stepwright.runtime.task.TaskContext;
                import tools.jackson.databind.JsonNode;

                public final class Notifier implements OrderTasks {
                    private JsonNode tell(Notice notice) {
                        return dev.stepwright.json.JavaValues.toJson(notice.orderId() + " " + notice.about());
                    }

                    @Override
                    public JsonNode tellOfReceipt(Notice notice, TaskContext context) {
                        return tell(notice);
                    }

                    @Override
                    public JsonNode tellOfShipping(Notice notice, TaskContext context) {
                        return tell(notice);
                    }
                }
                """));

        Class<?> notice = classes.type("com.acme.OrderTasks$Notice");
        assertThat(classes.type("com.acme.OrderTasks")
                        .getMethod("tellOfShipping", notice, TaskContext.class)
                        .getParameterTypes())
                .contains(notice);
        assertThat(sources.text("com/acme/OrderTasks.java"))
                .doesNotContain("TellOfReceiptInput", "TellOfShippingInput");
    }
}
