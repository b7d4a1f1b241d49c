package dev.stepwright.types;

import dev.stepwright.types.report.Provenance;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/**
 * What a Task state gets and gives. For {@code lambda:invoke} both are those of the call: what the function gets and gives is
 * their member {@code Payload}.
 *
 * @param state the state's name
 * @param pointer where the state stands in the definition
 * @param arguments the effective input: after InputPath and Parameters, or Arguments
 * @param result what comes back, before ResultSelector; as far as the service documents it or readers need it
 * @param isDocumented whether the result is all that the service documents, and nothing more: then it is the same wherever the service is
 *     called so
 * @param handedOn where the arguments come from, or those of their parts that are handed on as they came, by the names of members and the
 *     indexes of elements, or {@link Provenance#ELEMENT} for all of them, that lead to them: they are of the type that is known there, be
 *     it ever so little
 */
public record TaskShape(
        String state,
        JsonPointer pointer,
        Shape arguments,
        Shape result,
        boolean isDocumented,
        Map<List<String>, Provenance> handedOn) {
    public TaskShape {
        handedOn = Map.copyOf(handedOn);
    }
}
