package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.ArgumentCheck;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code function($a, $b)<signature>{body}}: remembers the variables and the context where it stands. */
public final class Lambda extends Code {
    final int[] parameters;
    final Places places;
    final @Nullable ArgumentCheck check;
    final Code body;
    private final boolean inOrder;

    /**
     * @param parameters the place of each parameter
     * @param places all variables of the function
     * @param body compiled so that calls at its end are left to the caller
     */
    public Lambda(int[] parameters, Places places, @Nullable ArgumentCheck check, Code body) {
        this.parameters = parameters.clone();
        this.places = places;
        this.check = check;
        this.body = body;
        this.inOrder =
                Arrays.equals(parameters, IntStream.range(0, parameters.length).toArray());
    }

    /** Returns whether so many arguments are all variables of the function, in their order. */
    boolean takesArgumentsAsPlaces(int count) {
        return inOrder && count == parameters.length && count == places.count();
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return new LambdaFunction(this, input, frame);
    }
}
