package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Tree;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Writes what differs between the query languages: everything that holds an expression. */
interface DataWriter {
    void pass(StateNode.Pass state, ObjectNode node);

    /** Writes when a wait ends, if that is no duration, and what it gives. */
    void waiting(StateNode.Wait state, ObjectNode node);

    /** Writes the variables of a state that gives its input. */
    void assign(String state, Map<Origin.Variable, Tree> assign, ObjectNode node);

    void succeed(StateNode.Succeed state, ObjectNode node);

    void fail(StateNode.Fail state, ObjectNode node);

    /** Returns a rule of a Choice state, without its target. */
    ObjectNode rule(String state, Tree condition);

    /** Writes a field whose number may be an expression. */
    void number(String state, String field, Tree number, ObjectNode node);

    /** Writes the role that a task runs under. */
    void credentials(String state, Tree role, ObjectNode node);

    /** Writes the list of a Map state. */
    void items(String state, Tree list, ObjectNode node);

    /** Writes a field that is a payload template. */
    void template(String state, String field, Tree value, ObjectNode node);

    /** Writes what a resource that reads or writes is called with. */
    void arguments(String state, Tree arguments, ObjectNode node);

    /** Writes what goes into the work and comes out of it, and the variables. */
    void action(ActionNode state, ObjectNode node);

    /** Writes what a rule or the default of a Choice state does to the data. */
    void decision(String state, Entry entry, ObjectNode node);

    /** Writes what all ways out of a Choice state do alike, and returns what each of them does besides. */
    List<Entry> decisions(String state, List<Entry> all, ObjectNode node);

    /** Writes what an error handler takes, and the variables that it sets. */
    void handler(String state, Entry entry, ObjectNode rule);
}
