package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.tree.Operators.Compared;
import dev.stepwright.dsl.tree.Operators.Function;
import dev.stepwright.dsl.tree.Operators.Relation;
import dev.stepwright.dsl.tree.Tree;
import java.util.List;

/**
 * A text: a JSON string.
 *
 * @param <I> what the state's input must be
 */
public final class Text<I> extends View<I, String> {
    private static final List<String> HASHES = List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private Text(Tree tree) {
        super(tree);
    }

    /** Returns a tree as a text. For generated code; the caller answers for the types. */
    public static <I> Text<I> of(Tree tree) {
        return new Text<>(tree);
    }

    /** Returns whether this text is the same as another. */
    public Condition<I> equalTo(String other) {
        return compare(Relation.EQUAL, Tree.Literal.of(other));
    }

    /** Returns whether this text is the same as another. */
    public Condition<I> equalTo(Text<? super I> other) {
        return compare(Relation.EQUAL, other.tree());
    }

    /** Returns whether this text comes after another, compared by UTF-16 code units. */
    public Condition<I> greaterThan(String other) {
        return compare(Relation.GREATER, Tree.Literal.of(other));
    }

    /** Returns whether this text comes after another, compared by UTF-16 code units. */
    public Condition<I> greaterThan(Text<? super I> other) {
        return compare(Relation.GREATER, other.tree());
    }

    /** Returns whether this text comes after another or is equal to it, compared by UTF-16 code units. */
    public Condition<I> greaterThanOrEqualTo(String other) {
        return compare(Relation.GREATER_OR_EQUAL, Tree.Literal.of(other));
    }

    /** Returns whether this text comes after another or is equal to it, compared by UTF-16 code units. */
    public Condition<I> greaterThanOrEqualTo(Text<? super I> other) {
        return compare(Relation.GREATER_OR_EQUAL, other.tree());
    }

    /** Returns whether this text comes before another, compared by UTF-16 code units. */
    public Condition<I> lessThan(String other) {
        return compare(Relation.LESS, Tree.Literal.of(other));
    }

    /** Returns whether this text comes before another, compared by UTF-16 code units. */
    public Condition<I> lessThan(Text<? super I> other) {
        return compare(Relation.LESS, other.tree());
    }

    /** Returns whether this text comes before another or is equal to it, compared by UTF-16 code units. */
    public Condition<I> lessThanOrEqualTo(String other) {
        return compare(Relation.LESS_OR_EQUAL, Tree.Literal.of(other));
    }

    /** Returns whether this text comes before another or is equal to it, compared by UTF-16 code units. */
    public Condition<I> lessThanOrEqualTo(Text<? super I> other) {
        return compare(Relation.LESS_OR_EQUAL, other.tree());
    }

    /**
     * Returns whether the whole text fits a pattern, as {@code StringMatches} does.
     *
     * @param pattern {@code *} stands for zero or more characters, {@code \*} for a star, {@code \\} for a backslash; all else for
     *     itself
     * @throws IllegalArgumentException if a backslash stands before anything else
     */
    public Condition<I> matches(String pattern) {
        return new Condition<>(new Tree.Match(tree(), pattern));
    }

    /** Returns the text in upper case. JSONata only. */
    public Text<I> upperCase() {
        return call(Function.UPPERCASE);
    }

    /** Returns the text in lower case. JSONata only. */
    public Text<I> lowerCase() {
        return call(Function.LOWERCASE);
    }

    /** Returns the text's UTF-8 bytes in Base64. */
    public Text<I> base64Encode() {
        return call(Function.BASE64_ENCODE);
    }

    /** Returns the text whose UTF-8 bytes this text is in Base64. */
    public Text<I> base64Decode() {
        return call(Function.BASE64_DECODE);
    }

    /**
     * Returns the hash of the text's UTF-8 bytes, in lower-case hexadecimal.
     *
     * @param algorithm {@code MD5}, {@code SHA-1}, {@code SHA-256}, {@code SHA-384} or {@code SHA-512}
     * @throws IllegalArgumentException if it is another one
     */
    public Text<I> hash(String algorithm) {
        if (!HASHES.contains(algorithm)) {
            throw new IllegalArgumentException(
                    "a hash must be one of " + String.join(", ", HASHES) + ", found \"" + algorithm + "\"");
        }
        return new Text<>(new Tree.Call(Function.HASH, String.class, List.of(tree(), Tree.Literal.of(algorithm))));
    }

    /** Returns the parts of the text between the places where a character stands, without empty ones. */
    public Items<I, String> split(char delimiter) {
        return Items.of(
                new Tree.Call(Function.SPLIT, List.class, List.of(tree(), Tree.Literal.of(String.valueOf(delimiter)))));
    }

    /** Returns this text, or another one where it is missing. JSONata only. */
    public Text<I> orElse(String fallback) {
        return new Text<>(super.orElse((Object) fallback));
    }

    private Condition<I> compare(Relation relation, Tree other) {
        return new Condition<>(new Tree.Comparison(Compared.STRING, relation, tree(), other));
    }

    private Text<I> call(Function function) {
        return new Text<>(new Tree.Call(function, String.class, List.of(tree())));
    }
}
