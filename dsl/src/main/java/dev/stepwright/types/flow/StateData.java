package dev.stepwright.types.flow;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.types.lattice.Value;

/** What the fields of a state do to data, in one of the query languages. One for each visit of a state. */
interface StateData {
    /** Returns what the work of a Task or the branches of a Parallel are given. */
    Value arguments();

    /** Returns the result of a Pass. */
    Value passed();

    /**
     * Returns the items of a Map that has no reader.
     *
     * @param takesObjects whether the members of an object may be the items
     */
    Value items(boolean takesObjects);

    /**
     * Returns what a Map gives to its item processor, before batching.
     *
     * @param context the Context Object with the item in it
     */
    Value itemInput(Value item, Value context);

    /** Returns what the batches of a Map share, as a template gives it. */
    Value batchInput();

    /** Reads the fields of a Task, Map or Wait that hold numbers or times. */
    void times();

    /** Hands on the result of the work: selected, assigned, put in its place. */
    void leave(Value result);

    /** Hands on what every catch rule makes of an error. */
    void leaveByCatch();

    /** Hands on the input of a state that does no work. */
    void leaveUnchanged();

    /** Hands on what the rules of a Choice let through. */
    void choose(ChoiceState state);

    /** Ends the scope. */
    void succeed();

    /** Reads what a Fail says. */
    void fail();
}
