package dev.stepwright.asl.diff;

import dev.stepwright.json.JsonText;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two definitions.
 *
 * @param subject what differs
 * @param place the names of the states around it, the outermost first; {@code branch 2} for the second branch of the state before it
 * @param name the name of the state or of the field; for a transition what leads there, such as {@code Next}
 * @param before what was there; for a state its JSON, for a transition the name of its target; empty if it was added
 * @param after what is there now; empty if it was removed
 */
public record Change(
        Subject subject, List<String> place, String name, Optional<JsonNode> before, Optional<JsonNode> after) {
    /** What can differ. */
    public enum Subject {
        STATE,
        FIELD,
        TRANSITION
    }

    /** Checks that something is there before or after. */
    public Change {
        place = List.copyOf(place);
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change needs something before or after it");
        }
    }

    boolean isAdded() {
        return before.isEmpty();
    }

    boolean isRemoved() {
        return after.isEmpty();
    }

    /** Returns the change on one line, without its place: <code>~ TimeoutSeconds: 30 -> 60</code>. */
    @Override
    public String toString() {
        String sign = isAdded() ? "+ " : isRemoved() ? "- " : "~ ";
        if (subject == Subject.STATE) {
            JsonNode state = after.or(() -> before).orElseThrow();
            return sign + "state " + JsonText.quote(name) + " ("
                    + state.path("Type").asString("no Type") + ")";
        }
        String values = before.map(JsonText::excerpt).orElse("")
                + (isAdded() || isRemoved() ? "" : " -> ")
                + after.map(JsonText::excerpt).orElse("");
        return sign + name + (subject == Subject.TRANSITION && (isAdded() || isRemoved()) ? " -> " : ": ") + values;
    }
}
