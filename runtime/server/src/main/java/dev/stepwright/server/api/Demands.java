package dev.stepwright.server.api;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Knows what the policies of whoever calls an operation have to allow. */
@FunctionalInterface
public interface Demands {
    /**
     * Returns all that has to be allowed, at least one thing.
     *
     * @param operation its name
     * @param request its body, whose members are of the types of the model
     */
    List<Demand> of(String operation, JsonNode request);
}
