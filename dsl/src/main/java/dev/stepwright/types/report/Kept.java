package dev.stepwright.types.report;

import dev.stepwright.asl.PassState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.Replacement;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.graph.Ways;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Value;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a member of its input comes to a state if states before it hand on what they make in place of all that they got.
 *
 * @param reader the state that lacks the member
 * @param member its name
 * @param replacements what would have to hand it on
 */
public record Kept(StateNode reader, String member, List<Replacement> replacements) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NOT_OF_NAMES = Pattern.compile("[^A-Za-z0-9]+");
    private static final int MOST = 3;

    /**
     * Returns how it comes to a state; empty if it takes more than can be said in a few words, or if it is not likely that it is meant.
     *
     * @param lacks whether what comes in by a way, or into a state before, lacks what is read
     */
    public static Optional<Kept> of(StateNode reader, String member, Predicate<Entry> lacks) {
        List<Replacement> replacements = Replacement.before(reader, lacks);
        boolean isSayable = PLAIN.matcher(member).matches()
                && !replacements.isEmpty()
                && replacements.size() <= MOST
                && replacements.stream().map(Replacement::language).distinct().count() == 1;
        return Optional.of(new Kept(reader, member, replacements))
                .filter(kept -> isSayable)
                .filter(kept -> kept.isCertain() || replacements.stream().noneMatch(Replacement::isDeliberate))
                .filter(kept -> Ways.entry(reader, lacks.negate())
                        .map(Entry::input)
                        .filter(input -> !kept.isWhatComesIn(input))
                        .isEmpty());
    }

    /** Returns whether the member that comes in by some way is what the replacements are given, and not another that is called the same. */
    private boolean isWhatComesIn(Value input) {
        Value found = Reader.field(input, member).value();
        return given().map(value -> Reader.field(value, member).value())
                .allMatch(value -> value.join(found).equals(value));
    }

    /** Returns the inputs of the replacements that may have the member. */
    private Stream<Value> given() {
        return replacements.stream()
                .map(Replacement::input)
                .filter(input -> names(input).contains(member) || !isClosed(input));
    }

    /** Returns whether what is replaced has the member as far as the definition or a schema says; else that depends on what comes from outside. */
    public boolean isCertain() {
        return replacements.stream().anyMatch(this::has)
                && replacements.stream().allMatch(each -> has(each) || isClosed(each.input()));
    }

    private boolean has(Replacement replacement) {
        return names(replacement.input()).contains(member) || replacement.reads(member);
    }

    private static boolean isClosed(Value input) {
        Fields fields = input.fields();
        return input.isKnown() && (fields == null || fields.isClosed());
    }

    /** Returns what to do, on the line of the finding. */
    public String advice() {
        boolean isCertain = isCertain();
        String path = (reader.language() == QueryLanguage.JSONPATH ? "$." : "$states.input.") + member;
        String way = isOfJsonPath() ? byResultPath() : byOutput();
        return "; %s; %s by %s%s"
                .formatted(
                        subject(),
                        isCertain ? "keep " + path : "if " + path + " is in the input there, keep it",
                        way,
                        isOfExecution() ? ", or read " + ofExecution() : "");
    }

    private boolean isOfJsonPath() {
        return replacements.get(0).language() == QueryLanguage.JSONPATH;
    }

    /** Returns whether the member, if it is there, is that of what the execution was started with. */
    private boolean isOfExecution() {
        Value started = Stream.of("Execution", "Input", member)
                .reduce(
                        Objects.requireNonNull(reader.entry()).context(),
                        (from, name) -> Reader.field(from, name).value(),
                        (one, other) -> other);
        boolean isFromOutside = started.scalarAt() != null
                || !started.places().isEmpty() && !started.places().contains(Place.ANYWHERE);
        return isFromOutside
                && given().allMatch(input -> Reader.field(input, member).value().equals(started));
    }

    private String ofExecution() {
        return (reader.language() == QueryLanguage.JSONPATH
                        ? "$$.Execution.Input."
                        : "$states.context.Execution.Input.")
                + member;
    }

    private String subject() {
        String names = replacements.stream().map(Kept::name).collect(Collectors.joining(" and "));
        boolean isOne = replacements.size() == 1;
        String made = isOne ? made(replacements.get(0)) : "what they make";
        return isOfJsonPath()
                ? names + (isOne ? " replaces" : " replace") + " all of $ with " + made
                : names + (isOne ? " hands" : " hand") + " on only " + made;
    }

    private static String name(Replacement replacement) {
        String state = "state " + JsonText.quote(replacement.state().name());
        return replacement.isCatch() ? replacement.label() + " of " + state : state;
    }

    private static String made(Replacement replacement) {
        if (replacement.language() == QueryLanguage.JSONATA
                && replacement.holder().field("Output").isPresent()) {
            return "its Output";
        }
        if (replacement.isCatch()) {
            return "the error";
        }
        return isPass(replacement) && replacement.holder().field("Result").isEmpty()
                ? "what its Parameters make"
                : "its result";
    }

    private static boolean isPass(Replacement replacement) {
        return replacement.state().state() instanceof PassState;
    }

    private String byResultPath() {
        Replacement first = replacements.get(0);
        String field = "\"ResultPath\": " + JsonText.quote("$." + free(first));
        if (replacements.size() > 1) {
            return "a ResultPath in each, such as " + field;
        }
        String there = field + " there";
        if (isPass(first)) {
            return first.holder().field("Result").isPresent()
                            || first.holder().field("InputPath").isPresent()
                    ? there
                    : there + ", or add \"%s.$\": \"$.%s\" to them".formatted(member, member);
        }
        return first.isCatch() ? there : there + ", or by null if nothing reads the result";
    }

    private String byOutput() {
        String template = "\"%s\": \"{%% $states.input.%s %%}\"".formatted(member, member);
        String way = "an Output with " + template;
        if (replacements.size() > 1) {
            way = template + " in the Output of each";
        } else if (replacements.get(0).holder().field("Output").isPresent()) {
            way = template + " in that";
        }
        return way + ", or in a variable by Assign";
    }

    /** Returns a name for what the state makes that the input does not have, as far as that is known. */
    private String free(Replacement replacement) {
        String made =
                replacement.isCatch() ? "error" : camelCase(replacement.state().name()) + "Result";
        Set<String> taken = names(replacement.input());
        return Stream.concat(Stream.of(made), IntStream.iterate(1, i -> i + 1).mapToObj(i -> "result" + i))
                .filter(name -> PLAIN.matcher(name).matches())
                .filter(name -> !name.equals(member) && !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(Value input) {
        Fields fields = input.fields();
        return fields == null ? Set.of() : fields.named().keySet();
    }

    private static String camelCase(String text) {
        String words = NOT_OF_NAMES
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return words.isEmpty() ? "the" : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
