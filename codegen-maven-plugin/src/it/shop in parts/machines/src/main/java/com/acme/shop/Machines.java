package com.acme.shop;

import static dev.stepwright.dsl.Dsl.task;

import dev.stepwright.dsl.AslDefinition;
import dev.stepwright.dsl.StateMachine;

/** A machine written in Java, whose definition is committed for those who deploy it. */
public final class Machines {
    /** Says with which Jackson it was loaded, which is not the plugin's. */
    @AslDefinition
    static StateMachine<Parcel, Label> shipping() {
        String version = tools.jackson.databind.cfg.PackageVersion.VERSION.toString();
        if (!version.startsWith("3.2.")) {
            throw new IllegalStateException("loaded with Jackson " + version);
        }
        return StateMachine.start(task("Ship", Shop::ship)).end();
    }

    record Parcel(String address) {}

    record Label(String number) {}

    interface Shop {
        Label ship(Parcel parcel);
    }

    private Machines() {}
}
