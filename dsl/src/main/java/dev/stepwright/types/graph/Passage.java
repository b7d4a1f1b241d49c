package dev.stepwright.types.graph;

import dev.stepwright.asl.CatchRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.json.Placeholders;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** What every execution that comes through a state meets in it. */
public final class Passage {
    /** Rules are asked one after the other, and so are the parts of one, until one decides. */
    private static final Pattern FIRST_QUESTION =
            Pattern.compile("/Choices/0(/(And|Or)/0|/Not)*(/(?!Output|Assign)[^/]*)?");

    private static final Pattern CATCH = field("Catch");
    private static final Pattern DEFAULT = field("Output|Assign");
    private static final Pattern EACH_ITEM = field("ItemSelector|Parameters|ItemBatcher");

    private Passage() {}

    private static Pattern field(String names) {
        return Pattern.compile("/(" + names + ")(/.*)?");
    }

    /**
     * Returns whether a value in a state is evaluated whenever the state does its work and that does not fail.
     *
     * @param place of the value in the definition
     */
    public static boolean isAlwaysTaken(StateNode node, JsonPointer place) {
        String inside = place.toString().substring(node.pointer().toString().length());
        if (node.state() instanceof ChoiceState) {
            boolean isLater = inside.startsWith("/Choices")
                    && !FIRST_QUESTION.matcher(inside).matches();
            return !isLater && !DEFAULT.matcher(inside).matches();
        }
        boolean isPerItem =
                node.state() instanceof MapState && EACH_ITEM.matcher(inside).matches();
        return !isPerItem && !CATCH.matcher(inside).matches();
    }

    /**
     * Returns whether a catch rule of a state, or of one around it, may go on from a failure. AWS: none does from that of a path of JSONPath
     * that leads nowhere.
     */
    static boolean mayBeCaught(StateNode failing, boolean isMissing) {
        if (isMissing && failing.language() == QueryLanguage.JSONPATH) {
            return false;
        }
        for (@Nullable StateNode at = failing; at != null; at = at.scope().owner()) {
            if (at.state().catchRules().stream().anyMatch(Passage::mayCatch)) {
                return true;
            }
        }
        return false;
    }

    /** The errors of paths and expressions are the language's own; no name of a task's error is one of them. */
    private static boolean mayCatch(CatchRule rule) {
        List<String> names = rule.errorEquals();
        return names.isEmpty()
                || names.stream().anyMatch(name -> name.startsWith("States.") || Placeholders.areIn(name));
    }
}
