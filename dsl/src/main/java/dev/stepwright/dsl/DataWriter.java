package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Tree;
import tools.jackson.databind.node.ObjectNode;

/** Writes what differs between the query languages: everything that holds an expression. */
interface DataWriter {
    void pass(StateNode.Pass state, ObjectNode node);

    void waitUntil(StateNode.Wait state, ObjectNode node);

    void succeed(StateNode.Succeed state, ObjectNode node);

    void fail(StateNode.Fail state, ObjectNode node);

    /** Returns a rule of a Choice state, without its target. */
    ObjectNode rule(String state, Tree condition);

    /** Writes the items of a Map state. */
    void items(String state, Tree items, ObjectNode node);

    /** Writes what goes into the work and comes out of it, and the variables. */
    void action(ActionNode state, ObjectNode node);

    /** Writes what a handler takes. */
    void handler(String state, ActionNode.Handler handler, ObjectNode rule);
}
