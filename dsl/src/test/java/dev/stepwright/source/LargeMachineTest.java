package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class LargeMachineTest {
    @Test
    void hundreds_of_states_with_a_result_each_and_a_huge_text_compile() {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "S0");
        ObjectNode states = machine.putObject("States");
        int last = 299;
        for (int i = 0; i <= last; i++) {
            ObjectNode state = states.putObject("S" + i)
                    .put("Type", "Task")
                    .put("Resource", "${F" + i + "}")
                    .put("ResultPath", "$.r" + i);
            state.putObject("Parameters").put("a.$", "$.x" + i);
            if (i == last) {
                state.put("Comment", "long ".repeat(30_000)).put("End", true);
            } else {
                state.put("Next", "S" + (i + 1));
            }
        }

        assertThat(Imports.of(List.of(AslDocument.parse("large", machine.toString())))
                        .failures())
                .isEmpty();
    }

    @Test
    void a_template_of_thousands_of_fields_is_text_that_javac_can_take() {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "Wide");
        ObjectNode state = machine.putObject("States").putObject("Wide");
        ObjectNode parameters = state.put("Type", "Pass").put("End", true).putObject("Parameters");
        for (int i = 0; i < 3000; i++) {
            parameters.put("f" + i + ".$", "$.x" + i);
        }

        assertThat(Imports.of(List.of(AslDocument.parse("wide", machine.toString())))
                        .failures())
                .isEmpty();
    }

    @Test
    void thousands_of_states_in_any_order_come_back() {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "S0");
        ObjectNode states = machine.putObject("States");
        int last = 1999;
        states.putObject("S" + last).put("Type", "Succeed");
        for (int i = last - 1; i >= 0; i--) {
            states.putObject("S" + i).put("Type", "Pass").put("Next", "S" + (i + 1));
        }

        assertThat(Imports.of(List.of(AslDocument.parse("backwards", machine.toString())))
                        .failures())
                .isEmpty();
    }

    @Test
    void a_long_ladder_of_choices_goes_into_variables_that_fit_on_the_screen() {
        AslDocument ladder = AslDocument.parse("ladder", ladder(200, "").toString());

        Imports imports = Imports.of(List.of(ladder));

        assertThat(imports.failures()).isEmpty();
        assertThat(imports.sources().get(0).text().lines()).allMatch(line -> line.length() <= 120);
    }

    @ParameterizedTest
    @EnumSource
    void a_machine_of_any_shape_comes_back_from_methods_that_one_can_read(Shape shape) {
        AslDocument document =
                AslDocument.parse(shape.name(), shape.machine.apply(250).toString());

        Imports imports = Imports.of(List.of(document));

        assertThat(imports.failures()).isEmpty();
        assertThat(imports.sources().get(0).raw()).isEmpty();
        assertThat(linesOfMethods(imports.sources().get(0).text())).isNotEmpty().allMatch(lines -> lines <= 450);
    }

    private static List<Integer> linesOfMethods(String source) {
        return Stream.of(source.split("\n\n +private static "))
                .skip(1)
                .map(method -> (int) method.lines().count())
                .toList();
    }

    /** Shapes that would be too deep or too long for one expression. */
    enum Shape {
        LADDER_OF_ENDS(number -> ladder(number, "")),
        LADDER_THAT_REJOINS(number -> ladder(number, "Finish")),
        WIDE_CHOICE(LargeMachineTest::wide),
        LOOPS(LargeMachineTest::loops),
        ANY_WAY(LargeMachineTest::anyWay),
        BRANCHES(LargeMachineTest::branches);

        private final IntFunction<ObjectNode> machine;

        Shape(IntFunction<ObjectNode> machine) {
            this.machine = machine;
        }
    }

    /** Javac takes neither so many constants in one class, nor so much code for the values of its fields. */
    @Test
    void thousands_of_different_tasks_go_into_several_classes() {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "S0");
        ObjectNode states = machine.putObject("States");
        int last = 1010;
        for (int i = 0; i <= last; i++) {
            ObjectNode state = states.putObject("S" + i).put("Type", "Task").put("Resource", "${F" + i + "}");
            state.putObject("Parameters")
                    .put("a", "a" + i)
                    .put("b", "b" + i)
                    .put("c", "c" + i)
                    .put("d", "d" + i);
            if (i == last) {
                state.put("End", true);
            } else {
                state.put("Next", "S" + (i + 1));
            }
        }

        Imports imports = Imports.of(List.of(AslDocument.parse("tasks", machine.toString())));

        assertThat(imports.failures()).isEmpty();
        assertThat(imports.sources().get(0).text())
                .contains("private static final class Constants {", "private static final class Part {");
    }

    @Test
    void more_accessors_than_javac_can_take_in_one_class_go_into_several() {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "Ask 0");
        ObjectNode states = machine.putObject("States");
        for (int i = 0; i < 30; i++) {
            String next = i < 29 ? "Ask " + (i + 1) : "Done";
            ObjectNode ask = states.putObject("Ask " + i).put("Type", "Choice").put("Default", next);
            ArrayNode rules = ask.putArray("Choices");
            for (int j = 0; j < 30; j++) {
                rules.addObject().put("Variable", "$.x").put("NumericEquals", j).put("Next", next);
            }
        }
        states.putObject("Done").put("Type", "Succeed");
        AslDocument reader = AslDocument.parse("reader", machine.toString());

        Imports imports = Imports.of(List.of(reader));

        assertThat(imports.failures()).isEmpty();
        assertThat(imports.sources().get(0).text()).contains("path(Data::x)").doesNotContain("condition(");
    }

    /** Each asks one question, and the next one if the answer is no; after that, all end or go to one state. */
    private static ObjectNode ladder(int number, String join) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "Try 0");
        ObjectNode states = machine.putObject("States");
        for (int i = 0; i < number; i++) {
            choice(states, "Try " + i, "Done " + i, i < number - 1 ? "Try " + (i + 1) : "None");
            pass(states, "Done " + i, join);
        }
        states.putObject("None").put("Type", "Fail");
        if (!join.isEmpty()) {
            pass(states, join, "");
        }
        return machine;
    }

    private static ObjectNode wide(int number) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "Route");
        ObjectNode states = machine.putObject("States");
        ArrayNode rules = states.putObject("Route").put("Type", "Choice").putArray("Choices");
        for (int i = 0; i < number; i++) {
            rules.addObject().put("Variable", "$.x").put("NumericEquals", i).put("Next", "Way " + i);
            if (i % 7 == 0) {
                states.putObject("Way " + i).put("Type", "Fail");
            } else {
                pass(states, "Way " + i, "");
            }
        }
        return machine;
    }

    private static ObjectNode loops(int number) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "Wait 0");
        ObjectNode states = machine.putObject("States");
        for (int i = 0; i < number; i++) {
            pass(states, "Wait " + i, "Done " + i + "?");
            choice(states, "Done " + i + "?", i < number - 1 ? "Wait " + (i + 1) : "End", "Wait " + i);
        }
        states.putObject("End").put("Type", "Succeed");
        return machine;
    }

    /** Half of the states lead anywhere besides to the next one. */
    private static ObjectNode anyWay(int number) {
        Random random = new Random(number);
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "S0");
        ObjectNode states = machine.putObject("States");
        for (int i = 0; i < number; i++) {
            if (random.nextBoolean()) {
                choice(states, "S" + i, "S" + random.nextInt(number), "S" + (i + 1));
            } else {
                pass(states, "S" + i, "S" + (i + 1));
            }
        }
        pass(states, "S" + number, "");
        return machine;
    }

    private static ObjectNode branches(int number) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "All");
        ObjectNode parallel = machine.putObject("States")
                .putObject("All")
                .put("Type", "Parallel")
                .put("End", true);
        ArrayNode branches = parallel.putArray("Branches");
        for (int i = 0; i < number; i++) {
            ObjectNode branch = branches.addObject().put("StartAt", "Begin " + i);
            pass(pass(branch.putObject("States"), "Begin " + i, "Go on " + i), "Go on " + i, "");
        }
        return machine;
    }

    private static void choice(ObjectNode states, String name, String target, String otherwise) {
        ObjectNode state = states.putObject(name).put("Type", "Choice").put("Default", otherwise);
        state.putArray("Choices")
                .addObject()
                .put("Variable", "$.x")
                .put("NumericEquals", 1)
                .put("Next", target);
    }

    private static ObjectNode pass(ObjectNode states, String name, String next) {
        ObjectNode state = states.putObject(name).put("Type", "Pass");
        if (next.isEmpty()) {
            state.put("End", true);
        } else {
            state.put("Next", next);
        }
        return states;
    }
}
