package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.runtime.task.TaskContext;
import dev.stepwright.runtime.task.TaskFailure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A task may fail with what a Parallel or Map around it answers. */
class OuterErrorsTest {
    private static final String PARALLEL = """
            {"StartAt": "Check all", "States": {
              "Check all": {"Type": "Parallel", "Branches": [{"StartAt": "Check", "States": {"Check": {
                  "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:check"%s, "End": true}}}],
                "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}],
                "Catch": [{"ErrorEquals": ["Invalid"], "Next": "Rejected"}%s], "End": true},
              "Rejected": {"Type": "Pass", "Result": "rejected", "End": true}}}
            """;

    @TempDir
    Path folder;

    private Sources sources(String inner, String outer) {
        return new Sources(folder).with("order.asl.json", PARALLEL.formatted(inner, outer));
    }

    private static List<String> errors(Compiled classes) throws NoSuchMethodException {
        return Arrays.stream(classes.type("com.acme.OrderTasks")
                        .getMethod("check", JsonNode.class, TaskContext.class)
                        .getExceptionTypes())
                .map(Class::getSimpleName)
                .toList();
    }

    @Test
    void what_the_state_around_names_may_be_thrown_and_the_text_says_who_answers() throws Exception {
        Sources sources = sources("", "");

        assertThat(errors(sources.compiled())).containsExactly("Busy", "Invalid");
        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains("@throws Busy {@code Busy}, tried again once with all of \"Check all\"")
                .contains("@throws Invalid {@code Invalid}, caught by \"Check all\", goes on with \"Rejected\"");
    }

    @Test
    void where_the_state_around_catches_all_any_failure_may_be_thrown() throws Exception {
        Sources sources = sources("", ", {\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Rejected\"}");

        assertThat(errors(sources.compiled())).containsExactly("Busy", "Invalid", TaskFailure.class.getSimpleName());
    }

    @Test
    void what_the_task_itself_catches_comes_to_no_other() throws Exception {
        String named = ", \"Catch\": [{\"ErrorEquals\": [\"Invalid\"], \"Next\": \"Note\"}]";
        String all = named.replace("\"Invalid\"", "\"States.ALL\"");
        String note = "}, \"Note\": {\"Type\": \"Pass\"";

        assertThat(sources(named + ", \"Next\": \"Note\"" + note, "").text("com/acme/OrderTasks.java"))
                .contains("{@code Invalid}, caught, goes on with \"Note\"")
                .contains("{@code Busy}, tried again once with all of")
                .doesNotContain("caught by");
        assertThat(errors(sources(all + ", \"Next\": \"Note\"" + note, "").compiled()))
                .containsExactly(TaskFailure.class.getSimpleName());
    }

    @Test
    void an_execution_that_a_distributed_map_starts_fails_by_itself() throws Exception {
        String map = PARALLEL.formatted("", "")
                .replace("Parallel", "Map")
                .replace("\"Branches\": [{", "\"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\": \"%s\"}, ")
                .replace("}}}],", "}}},");

        Sources inline = new Sources(folder).with("order.asl.json", map.formatted("INLINE"));
        assertThat(errors(inline.compiled())).containsExactly("Busy", "Invalid");

        Sources distributed = new Sources(folder)
                .with("order.asl.json", map.formatted("DISTRIBUTED\", \"ExecutionType\": \"STANDARD"));
        assertThat(errors(distributed.compiled())).isEmpty();
    }

    @Test
    void a_fake_may_throw_it_too_and_the_engine_catches_it_around() throws Exception {
        String program = """
                package com.acme;
                import dev.stepwright.json.JsonDocument;
                import dev.stepwright.runtime.Engine;
                public final class Check implements java.util.function.Supplier<Object> {
                    public Object get() {
                        FakeOrderTasks tasks = new FakeOrderTasks().onCheck((input, context) -> {
                            throw new OrderTasks.Invalid("no mail");
                        });
                        try (Engine engine = Engine.inMemory()) {
                            return new OrderWorkflow(engine, tasks).start(JsonDocument.parse("{}").root()).await().output();
                        }
                    }
                }
                """;
        Compiled classes =
                sources("", "").compiled(new GeneratedFile(Root.TEST_SOURCES, "com/acme/Check.java", program));

        assertThat(((Supplier<?>)
                                classes.type("com.acme.Check").getConstructor().newInstance())
                        .get())
                .hasToString("\"rejected\"");
    }
}
