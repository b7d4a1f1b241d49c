package dev.stepwright.asl.edit;

import dev.stepwright.asl.QueryLanguage;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A state to add, by its type: what one of that type needs, to be filled in. */
public enum NewState {
    /** Calls a Lambda function of the state's name. */
    TASK("Task") {
        @Override
        void fill(ObjectNode state, String name, QueryLanguage language) {
            String function = name.replaceAll("[^a-zA-Z0-9-_]", "-");
            state.put("Resource", "arn:aws:lambda:us-east-1:123456789012:function:" + function);
        }
    },
    /** Hands on its input. */
    PASS("Pass"),
    /** Has one rule, which always holds. */
    CHOICE("Choice") {
        @Override
        void fill(ObjectNode state, String name, QueryLanguage language) {
            condition(state.putArray("Choices").addObject(), language);
        }
    },
    /** Waits for a second. */
    WAIT("Wait") {
        @Override
        void fill(ObjectNode state, String name, QueryLanguage language) {
            state.put("Seconds", 1);
        }
    },
    /** Has one branch of one Pass state. */
    PARALLEL("Parallel") {
        @Override
        void fill(ObjectNode state, String name, QueryLanguage language) {
            pass(state.putArray("Branches").addObject(), "Branch of " + name);
        }
    },
    /** Goes through its input, an array, inline, with one Pass state for each item. */
    MAP("Map") {
        @Override
        void fill(ObjectNode state, String name, QueryLanguage language) {
            if (language == QueryLanguage.JSONATA) {
                state.put("Items", "{% $states.input %}");
            }
            ObjectNode processor = state.putObject("ItemProcessor");
            processor.putObject("ProcessorConfig").put("Mode", "INLINE");
            pass(processor, "Item of " + name);
        }
    },
    /** Ends well. */
    SUCCEED("Succeed"),
    /** Ends with an error of the state's name. */
    FAIL("Fail") {
        @Override
        void fill(ObjectNode state, String name, QueryLanguage language) {
            state.put("Error", name);
        }
    };

    private final String type;

    NewState(String type) {
        this.type = type;
    }

    /** Returns the value of {@code Type}. */
    public String type() {
        return type;
    }

    /** Returns the one whose {@code Type} has a value; empty if none has. */
    public static Optional<NewState> of(String type) {
        return Arrays.stream(values()).filter(state -> state.type.equals(type)).findFirst();
    }

    boolean isLast() {
        return this == SUCCEED || this == FAIL;
    }

    /** Returns the state without what leads on from it. */
    ObjectNode json(String name, QueryLanguage language) {
        ObjectNode state = JsonNodeFactory.instance.objectNode().put("Type", type);
        fill(state, name, language);
        return state;
    }

    void fill(ObjectNode state, String name, QueryLanguage language) {}

    /** Gives a rule a condition that always holds. */
    static void condition(ObjectNode rule, QueryLanguage language) {
        if (language == QueryLanguage.JSONATA) {
            rule.put("Condition", "{% true %}");
        } else {
            rule.put("Variable", "$").put("IsPresent", true);
        }
    }

    /** Gives a machine one Pass state. */
    static void pass(ObjectNode machine, String name) {
        machine.put("StartAt", name);
        machine.putObject("States").putObject(name).put("Type", "Pass").put("End", true);
    }
}
