package dev.stepwright.types.report;

import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import java.util.Set;

/**
 * A member of the input that Catch rules make of an error, read where some way comes without one. Only whoever starts the execution could have
 * given it on that way, so this is no more than a question.
 */
public final class Unfailed {
    private static final Set<String> ERROR_OUTPUT = Set.of("Error", "Cause");

    private Unfailed() {}

    /** Returns whether a member is an error output by some ways, and by others what the execution was started with. */
    public static boolean mayBe(Value from, String name) {
        Fields fields = from.fields();
        Field field = fields == null || !from.isKnown() ? null : fields.field(name);
        if (field == null) {
            return false;
        }
        Fields error = field.value().fields();
        return error != null
                && error.isClosed()
                && error.named().keySet().equals(ERROR_OUTPUT)
                && !field.value().places().isEmpty()
                && field.value().places().stream().allMatch(Unfailed::isOfStart);
    }

    /** Returns whether a way brings no member of a name that the definition makes. */
    public static boolean lacks(Value from, String name) {
        Fields fields = from.fields();
        return fields == null || fields.field(name) == null;
    }

    private static boolean isOfStart(Place place) {
        return place.origin().source() == Origin.Source.INPUT && place.steps().size() == 1;
    }

    /**
     * Returns the question.
     *
     * @param reader which state reads which path
     * @param ways those on which nothing has failed
     */
    public static String message(String reader, String ways) {
        return "%s, which only Catch rules produce, but on %s nothing has failed; produce it there, or test it with IsPresent first"
                .formatted(reader, ways);
    }
}
