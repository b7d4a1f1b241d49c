package dev.stepwright.types.report;

import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says where the member probably is that is not where a path looks for it. */
public final class Nearby {
    private static final String PAYLOAD = "Payload";
    private static final String OF_LAMBDA = "ExecutedVersion";

    private Nearby() {}

    /**
     * Returns a hint at a member that has a similar name, that stands one level deeper, at what a function gives, which
     * {@code lambda:invoke} wraps, at who has a token, or at what a text may hold; nothing if there is none of these.
     *
     * @param owner the path to what lacks the member
     * @param name the member
     * @param at what lacks it
     */
    public static String hint(String owner, String name, Value at) {
        if (at.isOnly(Kind.STRING)) {
            return inText(owner);
        }
        Items items = at.items();
        Fields fields = items == null ? at.fields() : items.element().fields();
        if (fields == null) {
            return "";
        }
        String similar = Similar.hint("", name, List.copyOf(fields.named().keySet()));
        if (!similar.isEmpty() || items != null) {
            return similar;
        }
        return deeper(fields, name)
                .map(field -> "; did you mean " + owner + "." + field + "." + name + "?")
                .orElseGet(() -> elsewhere(owner, name, fields));
    }

    private static String elsewhere(String owner, String name, Fields fields) {
        if (isOfLambda(fields)) {
            return "; the result of the function is in " + owner + "." + PAYLOAD;
        }
        return name.equals("Task") && fields.field("StateMachine") != null
                ? "; only a task whose Resource ends with .waitForTaskToken has a token"
                : "";
    }

    /** Returns what {@link #hint} says that is probably meant by the path to the member, as far as it is a path. */
    public static Optional<Meant> meant(String owner, String name, Value at) {
        Items items = at.items();
        Fields fields = items == null ? at.fields() : items.element().fields();
        if (fields == null) {
            return Optional.empty();
        }
        return Similar.to(name, List.copyOf(fields.named().keySet()))
                .or(() -> items == null ? deeper(fields, name).map(field -> field + "." + name) : Optional.empty())
                .map(instead -> new Meant(owner + "." + name, owner + "." + instead));
    }

    /** The output of an execution that a task waits for by {@code .sync} is a text. */
    private static String inText(String owner) {
        String parsed = owner.endsWith(".Output") ? "; with .sync:2 instead of .sync it is parsed already" : "";
        return "; if the string is JSON, parse it with States.StringToJson or $parse" + parsed;
    }

    private static Optional<String> deeper(Fields fields, String name) {
        return fields.named().entrySet().stream()
                .filter(field -> has(field.getValue(), name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean has(Field field, String name) {
        Fields inner = field.value().fields();
        return inner != null && inner.field(name) != null;
    }

    private static boolean isOfLambda(Fields fields) {
        return fields.field(PAYLOAD) != null && fields.field(OF_LAMBDA) != null;
    }
}
