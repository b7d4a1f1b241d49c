package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.ScopePlan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the branches of a Parallel or the iterations of a Map start with, by their index. */
interface Children {
    int size();

    ScopePlan scope(int index);

    /** Returns how many items of the Map a child stands for: 1, or those of its batch. */
    int items(int index);

    /** Returns the item that the context object shows; null for a branch or a batch. */
    @Nullable
    MapItem item(int index);

    /** Returns the input of a child, for which it is not asked again, if that is at hand; null if it has to be made. */
    @Nullable
    JsonNode takeInput(int index);

    /**
     * Makes the input of a child; whether it is too large has not been looked at.
     *
     * @throws dev.stepwright.runtime.evaluate.EvaluationFailure if an expression fails
     */
    JsonNode makeInput(int index, Activation activation);
}
