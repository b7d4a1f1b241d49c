package dev.stepwright.dsl.tree;

import java.lang.reflect.Type;

/** Where a path starts. */
public sealed interface Origin {
    /** What every state, or every state of some kind, can read. */
    enum Place implements Origin {
        /** The state's input. */
        INPUT("input"),
        /** What the state's work gave. */
        RESULT("result"),
        /** The error that a Catch received. */
        ERROR_OUTPUT("errorOutput"),
        /** The context object. */
        CONTEXT("context"),
        /** The item for which a Map state makes what its processor takes. */
        ITEM("context.Map.Item.Value");

        private final String member;

        Place(String member) {
            this.member = member;
        }

        /** Returns the member of JSONata's {@code $states}. */
        String member() {
            return member;
        }
    }

    /** A workflow variable. */
    record Variable(String name, Type type) implements Origin {}
}
