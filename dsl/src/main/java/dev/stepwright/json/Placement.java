package dev.stepwright.json;

import tools.jackson.core.JsonPointer;

/** Where the values of a document stand in a text; of what does not exist, where its nearest existing ancestor stands. */
interface Placement {
    /** Returns where a value starts. */
    Position value(JsonPointer pointer);

    /** Returns where the name of a member starts. */
    Position key(JsonPointer pointer);

    /** Returns the place behind a value. */
    Position end(JsonPointer pointer);

    /** Returns where a character of a string stands, 0 for the first; behind the last, where the string ends. */
    Position character(JsonPointer pointer, int offset);
}
