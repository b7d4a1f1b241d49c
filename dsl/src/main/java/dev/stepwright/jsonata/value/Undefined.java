package dev.stepwright.jsonata.value;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The value of an expression that has none. It is Jackson's {@code MissingNode}, and not JSON null. */
public final class Undefined {
    /** The one undefined value. */
    public static final JsonNode VALUE = MissingNode.getInstance();

    private Undefined() {}
}
