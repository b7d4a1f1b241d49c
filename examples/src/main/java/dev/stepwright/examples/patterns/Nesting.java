package dev.stepwright.examples.patterns;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.MachineReference;
import dev.stepwright.dsl.StateMachine;

/** A machine as a step of another one, with the types of both. */
public final class Nesting {
    private Nesting() {}

    public record Parcel(String address, int grams) {}

    public record Shipment(String tracking) {}

    public record Purchase(String id, Parcel parcel) {}

    public record Confirmation(String text) {}

    public interface Carrier {
        Shipment ship(Parcel parcel);
    }

    public interface Office {
        Confirmation confirm(Shipment shipment);
    }

    // region machine
    public static StateMachine<Parcel, Shipment> shipping() {
        return StateMachine.start(task("Ship", Carrier::ship)).end();
    }

    public static StateMachine<Purchase, Confirmation> machine(String shippingArn) {
        MachineReference<Parcel, Shipment> shipping = shipping().at(shippingArn);

        return StateMachine.start(runMachine("Ship parcel", shipping).arguments(path(Purchase::parcel)))
                .then(task("Confirm", Office::confirm))
                .end();
    }
    // endregion
}
