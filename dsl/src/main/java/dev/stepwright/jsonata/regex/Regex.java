package dev.stepwright.jsonata.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.BuiltObject;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.NativeFunction;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Undefined;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

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
        return new Matches(text, evaluation);
    }

    /** Returns whether there is a match in a text. */
    public boolean isIn(String text, Evaluation evaluation) {
        evaluation.step();
        if (quick != null && quick.suits(text.length())) {
            FlatMatcher flat = quick.flat(text);
            if (flat != null) {
                boolean found = flat.find(0);
                if (!flat.isUnsuitable()) {
                    return found;
                }
            }
            return evaluation.kept(quick, QuickPattern::matcher).reset(text).find();
        }
        return pattern.matcher(watched(text, evaluation)).find();
    }

    private WatchedText watched(String text, Evaluation evaluation) {
        return new WatchedText(text, 4 + size * 4, evaluation);
    }

    /** The matches of one text. */
    public final class Matches {
        private final String text;
        private final Evaluation evaluation;
        private final @Nullable Matcher linear;
        private @Nullable FlatMatcher flat;
        private java.util.regex.@Nullable Matcher backtracking;
        private int from;
        private boolean begun;

        private Matches(String text, Evaluation evaluation) {
            this.text = text;
            this.evaluation = evaluation;
            QuickPattern suitable = quick != null && quick.suits(text.length()) ? quick : null;
            this.flat = suitable == null ? null : suitable.flat(text);
            this.backtracking = suitable == null || flat != null ? null : suitable.matcher(text);
            this.linear = suitable != null ? null : pattern.matcher(watched(text, evaluation));
        }

        /**
         * Returns the next match, or null.
         *
         * @throws JsonataException D1004 if it is empty and not the first
         */
        public @Nullable Found next() {
            evaluation.step();
            if (begun && from >= text.length() || !find(from)) {
                return null;
            }
            Found found = found();
            if (begun && found.end() == found.start()) {
                throw JsonataException.of("D1004", source);
            }
            begun = true;
            from = found.end();
            return found;
        }

        private boolean find(int start) {
            if (flat != null && quick != null) {
                boolean found = flat.find(start);
                if (!flat.isUnsuitable()) {
                    return found;
                }
                flat = null;
                backtracking = quick.matcher(text);
            }
            if (backtracking != null) {
                return backtracking.find(start);
            }
            return linear != null && linear.find(start);
        }

        private Found found() {
            if (flat != null) {
                return new Found(text, flat.bounds());
            }
            if (backtracking != null) {
                int[] bounds = new int[2 * backtracking.groupCount() + 2];
                for (int i = 0; i < bounds.length; i += 2) {
                    bounds[i] = backtracking.start(i / 2);
                    bounds[i + 1] = backtracking.end(i / 2);
                }
                return new Found(text, bounds);
            }
            Matcher matcher = Objects.requireNonNull(linear);
            int[] bounds = new int[2 * matcher.groupCount() + 2];
            for (int i = 0; i < bounds.length; i += 2) {
                bounds[i] = matcher.start(i / 2);
                bounds[i + 1] = matcher.end(i / 2);
            }
            return new Found(text, bounds);
        }
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public JsonNode invoke(JsonNode[] arguments, JsonNode context, Evaluation evaluation) {
        JsonNode text = arguments.length == 0 ? Undefined.VALUE : arguments[0];
        return text.isString() ? first(in(text.stringValue(), evaluation)) : Undefined.VALUE;
    }

    private static JsonNode first(Matches matches) {
        Found found = matches.next();
        if (found == null) {
            return Undefined.VALUE;
        }
        BuiltObject match = object(found, matches.evaluation);
        match.members().put("next", new NativeFunction("next", "<>", (none, context, running) -> first(matches)));
        return match;
    }

    /** Returns a match as an object with {@code match}, {@code start}, {@code end} and {@code groups}. */
    public static BuiltObject object(Found found, Evaluation evaluation) {
        BuiltObject match = BuiltObject.ofCapacity(5);
        evaluation.chargeMembers(4 + found.groupCount());
        evaluation.chargeText(found.end() - found.start());
        match.members().put("match", StringNode.valueOf(found.text()));
        match.members().put("start", Numbers.of(found.start()));
        match.members().put("end", Numbers.of(found.end()));
        match.members().put("groups", found.groups());
        return match;
    }
}
