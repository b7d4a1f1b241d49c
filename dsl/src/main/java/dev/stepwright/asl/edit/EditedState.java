package dev.stepwright.asl.edit;

import dev.stepwright.asl.State;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A state whose JSON is changed, and the way on from it: its {@code Next}, of a Choice its {@code Default}. */
record EditedState(State state) {
    String name() {
        return state.name();
    }

    ObjectNode json() {
        return (ObjectNode) state.json();
    }

    private String type() {
        return json().path("Type").asString("");
    }

    boolean isChoice() {
        return "Choice".equals(type());
    }

    String wayOn() {
        return isChoice() ? "Default" : "Next";
    }

    Optional<String> following() {
        return state.text(wayOn());
    }

    void leadOn(String next) {
        json().remove("End");
        json().put(wayOn(), next);
    }

    /** A Choice has no {@code Default} then. */
    void end() {
        json().remove(wayOn());
        if (!isChoice()) {
            json().put("End", true);
        }
    }

    void refuseIfLast() {
        if (NewState.of(type()).filter(NewState::isLast).isPresent()) {
            throw new IllegalArgumentException(
                    "\"" + name() + "\" is a " + type() + " state, so nothing can come after it");
        }
    }
}
