package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.parallel;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stepwright.dsl.Orders.Item;
import dev.stepwright.dsl.Orders.Label;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.json.JavaValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlersTest {
    interface Printer {
        @TaskResource("arn:aws:lambda:eu-central-1:123456789012:function:print")
        Label print(Item item) throws IOException;

        int pages(List<Item> items);
    }

    static final class FullTray implements Printer {
        @Override
        public Label print(Item item) throws IOException {
            throw new IOException("tray full");
        }

        @Override
        public int pages(List<Item> items) {
            return items.size();
        }
    }

    static Label stamp(Label label) {
        return new Label(label.sku(), label.tracking() + "!");
    }

    private final Label prefix = new Label("", "T-");

    Label track(Item item) {
        return new Label(item.sku(), prefix.tracking() + item.sku());
    }

    @Test
    void a_bound_service_is_called() throws Exception {
        var machine = StateMachine.start(task("Print", Printer::print)).end();

        var bound = machine.handlers().bind(Printer.class, new FullTray()).byResource();

        assertThat(bound).containsOnlyKeys("arn:aws:lambda:eu-central-1:123456789012:function:print");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> bound.values().iterator().next().call(new Item("s", 1, null)))
                .withMessage("tray full");
    }

    @Test
    void the_method_itself_is_called_with_its_types() throws Exception {
        var machine = StateMachine.start(task("Pages", Printer::pages)).end();

        var pages = machine.handlers()
                .bind(Printer.class, new FullTray())
                .byResource()
                .get("${Printer_pages}");

        assertThat(JavaValues.mapper().constructType(pages.argument()).toCanonical())
                .isEqualTo("java.util.List<dev.stepwright.dsl.Orders$Item>");
        assertThat(pages.result()).isEqualTo(JavaValues.mapper().constructType(int.class));
        assertThat(pages.call(List.of(new Item("s", 1, null), new Item("t", 1, null))))
                .isEqualTo(2);
    }

    @Test
    void static_methods_and_methods_of_an_instance_need_no_service() throws Exception {
        var machine = StateMachine.start(task("Track", this::track))
                .then(task("Stamp", HandlersTest::stamp))
                .end();

        var bound = machine.handlers().byResource();

        var label = bound.get("${HandlersTest_track}").call(new Item("s", 1, null));
        assertThat(bound.get("${HandlersTest_stamp}").call(label)).isEqualTo(new Label("s", "T-s!"));
    }

    @Test
    void tasks_of_all_scopes_have_handlers() {
        var machine = StateMachine.start(parallel(
                        "P", task("A", Shop::review), Dsl.map("M", path(Order::items), task("Ship", Shop::ship))))
                .end();

        assertThat(machine.handlers().bind(Shop.class, new Machines.TestShop()).byResource())
                .containsOnlyKeys("${Shop_review}", "${Shop_ship}");
    }

    static final class Mail {
        final List<String> sent = new ArrayList<>();

        void send(Label label) {
            sent.add(label.sku());
        }
    }

    @Test
    void a_method_without_a_result_gives_null() throws Exception {
        var machine = StateMachine.start(task("Send", Mail::send)).end();
        var mail = new Mail();

        var bound = machine.handlers().bind(Mail.class, mail).byResource().get("${Mail_send}");

        assertThat(bound.call(new Label("s", "t"))).isNull();
        assertThat(mail.sent).containsExactly("s");
        assertThat(machine.outputType()).isEqualTo(Void.class);
    }

    @Test
    void a_service_that_is_not_bound_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Machines.order().handlers().byResource())
                .withMessageContaining(Shop.class.getName())
                .withMessageContaining("bind");
    }

    @Test
    void a_service_that_no_task_uses_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Machines.order().handlers().bind(Printer.class, new FullTray()))
                .withMessageContaining(Printer.class.getName())
                .withMessageContaining(Shop.class.getName());
    }

    @Test
    void a_resolver_gives_the_resources_of_definition_and_handlers() {
        var machine = StateMachine.start(task("Review", Shop::review))
                .end()
                .resources(method -> "arn:aws:lambda:eu-central-1:123456789012:function:" + method);

        assertThat(machine.toAsl()).contains("function:Shop.review");
        assertThat(machine.handlers().bind(Shop.class, new Machines.TestShop()).byResource())
                .containsOnlyKeys("arn:aws:lambda:eu-central-1:123456789012:function:Shop.review");
    }

    @Test
    void a_resource_without_a_method_has_no_handler() {
        var resource = Resource.of("arn:aws:states:::aws-sdk:s3:getObject", Order.class, Order.class);

        assertThat(StateMachine.start(task("X", resource)).end().handlers().byResource())
                .isEqualTo(Map.of());
    }

    interface Bare {
        String name();

        static String join(Bare left, String right) {
            return left.name() + right;
        }
    }

    @Test
    void a_method_without_an_argument_is_no_task() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task("Name", Bare::name))
                .withMessageContaining("Bare::name takes no argument");
    }

    @Test
    void a_static_method_of_two_arguments_is_no_task() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task("Join", Bare::join))
                .withMessageContaining("Bare::join takes two arguments")
                .withMessageContaining("one record");
    }

    @Test
    void a_lambda_expression_is_no_task() {
        TaskMethods.Handler<Order, Order> lambda = order -> order;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> task("X", lambda))
                .withMessageContaining("lambda expression")
                .withMessageContaining("Shop::charge");
    }
}
