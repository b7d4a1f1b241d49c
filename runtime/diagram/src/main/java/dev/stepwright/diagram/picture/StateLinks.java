package dev.stepwright.diagram.picture;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the states of a picture lead to.
 *
 * @param addresses by the names of states; null if they lead nowhere
 * @param chosen the name of the state that stands out; empty if none does
 */
public record StateLinks(@Nullable UnaryOperator<String> addresses, String chosen) {
    /** No state leads anywhere or stands out. */
    public static final StateLinks NONE = new StateLinks(null, "");

    boolean lead() {
        return addresses != null;
    }

    String of(String state) {
        if (addresses == null) {
            throw new IllegalStateException("states lead nowhere");
        }
        return addresses.apply(state);
    }
}
