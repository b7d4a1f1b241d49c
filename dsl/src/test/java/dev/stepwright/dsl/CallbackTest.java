package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.callback;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.json.JavaValues;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods that hand a token on. */
class CallbackTest {
    record Question(String order) {}

    record Answer(boolean isGood) {}

    record Asked(Question question, Answer answer) {}

    record Count(int number) {}

    interface Anyone<R> {
        void ask(Question question, TaskToken<R> token) throws IOException;
    }

    interface Desk extends Anyone<List<Answer>> {
        void count(int number, TaskToken<Integer> token);

        @TaskResource("arn:aws:states:eu-west-1:1:activity:sign")
        void sign(Order order, TaskToken<Answer> token);

        static void refer(Desk desk, Order order, TaskToken<Answer> token) {
            desk.sign(order, token);
        }
    }

    private final List<String> asked = new ArrayList<>();

    void note(Question question, TaskToken<Answer> token) {
        asked.add(question.order() + " " + token);
    }

    void answer(TaskToken<Answer> token) {
        asked.add(token.text());
    }

    @Test
    void it_is_a_function_that_gets_input_and_token() {
        var machine = StateMachine.start(callback("S", this::note)
                        .arguments(path(Asked::question))
                        .timeout(Duration.ofHours(1))
                        .heartbeat(Duration.ofMinutes(1))
                        .resultInto(Asked::answer))
                .end();

        assertThat(state(machine))
                .isEqualTo(
                        text(
                                "{'Type':'Task','TimeoutSeconds':3600,'HeartbeatSeconds':60,'Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',"
                                        + "'Arguments':{'FunctionName':'${CallbackTest_note}','Payload':"
                                        + "{'input':'{% $states.input.question %}','token':'{% $states.context.Task.Token %}'}},"
                                        + "'Output':'{% $merge([$states.input, {\\\"answer\\\": $states.result}]) %}','End':true}"));
        assertThat(state(machine.queryLanguage(QueryLanguage.JSONPATH)))
                .isEqualTo(
                        text(
                                "{'Type':'Task','TimeoutSeconds':3600,'HeartbeatSeconds':60,'Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',"
                                        + "'Parameters':{'FunctionName':'${CallbackTest_note}','Payload':"
                                        + "{'input.$':'$.question','token.$':'$$.Task.Token'}},'ResultPath':'$.answer','End':true}"));
    }

    @Test
    void its_result_is_what_is_sent_back() {
        var machine = StateMachine.start(callback("S", this::note)).end();

        assertThat(machine.outputType()).isEqualTo(Answer.class);
        assertThat(machine.lambdaInvoke().definition()).isEqualTo(machine.definition());
        assertThat(state(machine))
                .contains(text("'Payload':{'input':'{% $states.input %}','token':'{% $states.context.Task.Token %}'}"))
                .doesNotContain("Output");
    }

    @Test
    void the_method_is_called_with_input_and_token() throws Exception {
        var machine = StateMachine.start(callback("S", this::note)).end();

        call(machine.handlers(), "${CallbackTest_note}", "{'input':{'order':'o-1'},'token':'t-1'}");

        assertThat(asked).containsExactly("o-1 t-1");
    }

    @Test
    void a_method_of_a_service_is_called_with_the_types_that_it_has_there() throws Exception {
        var machine = StateMachine.start(callback("S", Desk::ask)).end();
        var bound = machine.handlers().bind(Desk.class, desk()).byResource().get("${Desk_ask}");

        assertThat(JavaValues.mapper().constructType(bound.result()).toCanonical())
                .isEqualTo("java.util.List<dev.stepwright.dsl.CallbackTest$Answer>");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> bound.call(JavaValues.fromJson(
                        JavaValues.mapper().readTree(text("{'input':{'order':'o-1'},'token':'t-1'}")),
                        bound.argument())))
                .withMessage("nobody there");
    }

    @Test
    void it_takes_a_number() throws Exception {
        var machine = StateMachine.start(callback("S", Desk::count).arguments(path(Count::number)))
                .end();

        call(machine.handlers().bind(Desk.class, desk()), "${Desk_count}", "{'input':3,'token':'t-1'}");

        assertThat(asked).containsExactly("3 t-1");
        assertThat(machine.outputType()).isEqualTo(Integer.class);
    }

    @Test
    void a_token_is_its_text_as_json() {
        TaskToken<Answer> token = new TaskToken<>("t-1");

        assertThat(JavaValues.toJson(token).stringValue()).isEqualTo("t-1");
        assertThat(JavaValues.<TaskToken<Answer>>fromJson(JavaValues.toJson(token), TaskToken.class))
                .isEqualTo(token);
    }

    @Test
    void its_arguments_may_hold_the_token_too() {
        var machine = StateMachine.start(callback("S", this::note).arguments(Question::new, Context.taskToken()))
                .end();

        assertThat(state(machine)).contains(text("'input':{'order':'{% $states.context.Task.Token %}'}"));
    }

    @Test
    void a_resource_that_is_no_function_is_refused() {
        var signing = StateMachine.start(callback("S", Desk::sign));

        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(signing::end)
                .withMessageContaining("state \"S\": the callback Desk::sign has the resource "
                        + "arn:aws:states:eu-west-1:1:activity:sign, which is not a function");
    }

    @Test
    void a_method_cannot_be_a_task_and_a_callback_under_one_resource() {
        interface Both {
            Answer ask(Question question);

            @TaskResource("${Both_ask}")
            void hand(Answer answer, TaskToken<Answer> token);
        }
        var machine = StateMachine.start(task("Ask", Both::ask)).then(callback("Hand", Both::hand));

        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(machine::end)
                .withMessageContaining("two methods have the resource ${Both_ask}");
    }

    @Test
    void a_static_method_of_three_arguments_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> callback("S", Desk::refer))
                .withMessageContaining("Desk::refer takes too many arguments");
    }

    @Test
    void a_method_that_takes_only_the_token_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> callback("S", CallbackTest::answer))
                .withMessageContaining("CallbackTest::answer takes only the token");
    }

    @Test
    void a_lambda_expression_is_none() {
        TaskMethods.Callback<Question, Answer> lambda = (question, token) -> asked.add("");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> callback("S", lambda))
                .withMessageContaining("a method reference such as Desk::ask is required");
    }

    private Desk desk() {
        return new Desk() {
            @Override
            public void ask(Question question, TaskToken<List<Answer>> token) throws IOException {
                throw new IOException("nobody there");
            }

            @Override
            public void count(int number, TaskToken<Integer> token) {
                asked.add(number + " " + token.text());
            }

            @Override
            public void sign(Order order, TaskToken<Answer> token) {}
        };
    }

    private static void call(Handlers handlers, String resource, String event) throws Exception {
        var bound = handlers.byResource().get(resource);
        bound.call(JavaValues.fromJson(JavaValues.mapper().readTree(text(event)), bound.argument()));
    }

    private static String state(StateMachine<?, ?> machine) {
        return machine.definition().state("S").orElseThrow().json().toString();
    }

    private static String text(String quoted) {
        return quoted.replace('\'', '"');
    }
}
