package com.acme;

import static dev.stepwright.dsl.Dsl.pass;

import dev.stepwright.dsl.AslDefinition;
import dev.stepwright.dsl.StateMachine;

/** A machine written in Java. */
final class Machines {
    @AslDefinition
    static final StateMachine<String, String> GREETING =
            StateMachine.start(String.class).then(pass("Greet")).end();

    private Machines() {}
}
