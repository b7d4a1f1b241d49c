package dev.stepwright.jsonata.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.BuiltObject;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.NativeFunction;
import dev.stepwright.jsonata.value.Undefined;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A regular expression as a value: a function from a string to its first match. Matching takes time linear in the string, whatever
 * the pattern; so look-around and back references are not supported and are refused when the expression is compiled.
 */
public final class Regex extends FunctionValue {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_PATTERN = 10_000;
    private static final int LARGEST_PROGRAM = 10_000;

    private final transient Pattern pattern;
    private final String source;
    private final int size;
    private final transient @Nullable QuickPattern quick;

    private Regex(Pattern pattern, @Nullable QuickPattern quick, String source, int size) {
        this.pattern = pattern;
        this.quick = quick;
        this.source = source;
        this.size = size;
    }

    /**
     * Returns a regular expression.
     *
     * @param flags {@code i} and {@code m}
     * @throws JsonataException S0303 if the engine does not support the pattern
     */
    public static Regex compile(String source, String flags) {
        int options = flags.indexOf('i') >= 0 ? Pattern.CASE_INSENSITIVE : 0;
        options |= flags.indexOf('m') >= 0 ? Pattern.MULTILINE : 0;
        if (source.length() > LONGEST_PATTERN) {
            throw unsupported(source.substring(0, 100), "it is longer than " + LONGEST_PATTERN + " characters");
        }
        String translated = PatternTranslation.translate(source);
        double size = PatternSize.of(translated);
        if (size > LARGEST_PROGRAM) {
            throw unsupported(source, "its repetitions multiply to more than " + LARGEST_PROGRAM + " states");
        }
        try {
            Pattern pattern = Pattern.compile(translated, options);
            return new Regex(pattern, QuickPattern.of(translated, flags), source, (int) size);
        } catch (PatternSyntaxException wrong) {
            throw unsupported(source, String.valueOf(wrong.getDescription()));
        } catch (StackOverflowError tooDeep) {
            throw unsupported(source.substring(0, Math.min(100, source.length())), "it is nested too deep");
        }
    }

    private static JsonataException unsupported(String source, String problem) {
        return JsonataException.of("S0303", "/" + source + "/").with("problem", problem);
    }

    /** Returns the matches of a text, found one after the other. */
    public Matches in(String text, Evaluation evaluation) {
        return new RegexMatches(this, text, evaluation);
    }

    /** Returns whether there is a match in a text. */
    public boolean isIn(String text, Evaluation evaluation) {
        evaluation.step();
        QuickPattern suitable = quick(text);
        if (suitable == null) {
            return linear(text, evaluation).find();
        }
        FlatMatcher flat = suitable.flat(text);
        if (flat != null) {
            boolean found = flat.find(0);
            if (!flat.isUnsuitable()) {
                return found;
            }
        }
        return evaluation.kept(suitable, QuickPattern::matcher).reset(text).find();
    }

    String source() {
        return source;
    }

    /** Returns a search by the quickest engine that suits the pattern and the text. */
    Search search(String text, Evaluation evaluation) {
        QuickPattern suitable = quick(text);
        if (suitable == null) {
            return Search.of(linear(text, evaluation));
        }
        FlatMatcher flat = suitable.flat(text);
        return flat == null ? suitable.search(text) : flat;
    }

    /** Returns a search to take for a text that turned out not to suit a flat pattern. */
    Search withoutFlat(String text) {
        return Objects.requireNonNull(quick).search(text);
    }

    private @Nullable QuickPattern quick(String text) {
        return quick != null && quick.suits(text.length()) ? quick : null;
    }

    private Matcher linear(String text, Evaluation evaluation) {
        return pattern.matcher(new WatchedText(text, 4 + size * 4, evaluation));
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public JsonNode invoke(JsonNode[] arguments, JsonNode context, Evaluation evaluation) {
        JsonNode text = arguments.length == 0 ? Undefined.VALUE : arguments[0];
        return text.isString() ? first(new RegexMatches(this, text.stringValue(), evaluation)) : Undefined.VALUE;
    }

    private static JsonNode first(RegexMatches matches) {
        if (!matches.next()) {
            return Undefined.VALUE;
        }
        BuiltObject match = matches.asObject();
        match.members().put("next", new NativeFunction("next", "<>", (none, context, running) -> first(matches)));
        return match;
    }
}
