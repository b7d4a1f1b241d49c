package dev.stepwright.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.examples.patterns.Nesting;
import dev.stepwright.examples.patterns.Nesting.Carrier;
import dev.stepwright.examples.patterns.Nesting.Confirmation;
import dev.stepwright.examples.patterns.Nesting.Office;
import dev.stepwright.examples.patterns.Nesting.Parcel;
import dev.stepwright.examples.patterns.Nesting.Purchase;
import dev.stepwright.examples.patterns.Nesting.Shipment;
import dev.stepwright.json.JavaValues;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import dev.stepwright.testkit.TestRun;
import org.junit.jupiter.api.Test;

class PurchaseTest {
    private static final Parcel PARCEL = new Parcel("Main Street 1", 500);

    // region nested
    private final TestMachine<Parcel, Shipment> shipping = TestMachine.of(
            Nesting.shipping(),
            Nesting.shipping().handlers().bind(Carrier.class, parcel -> new Shipment("t-" + parcel.grams())));

    private TestMachine<Purchase, Confirmation> purchases() {
        var machine = Nesting.machine("${Shipping}");
        var handlers = machine.handlers().bind(Office.class, shipment -> new Confirmation(shipment.tracking()));
        return TestMachine.of(machine, handlers).nesting("${Shipping}", shipping);
    }

    @Test
    void a_parcel_is_shipped_by_another_machine() {
        TestRun<Confirmation> run = purchases().run(new Purchase("p-1", PARCEL));

        assertThat(run.output()).isEqualTo(new Confirmation("t-500"));
        TestRun<Shipment> shipped = run.nested(shipping).get(0);
        assertThat(shipped.input()).isEqualTo(JavaValues.toJson(PARCEL));
        assertThat(shipped.path()).containsExactly("Ship");
    }

    @Test
    void the_other_machine_may_be_a_stub() {
        var run = purchases().stubbing(Stubs.parse("""
                        {"Ship parcel": {"Return": {"Output": {"tracking": "t-1"}}}}
                        """)).run(new Purchase("p-1", PARCEL));

        assertThat(run.output()).isEqualTo(new Confirmation("t-1"));
        assertThat(run.taskInputs("Ship parcel").get(0).path("Input")).isEqualTo(JavaValues.toJson(PARCEL));
        assertThat(run.nested(shipping)).isEmpty();
    }
    // endregion
}
