package dev.stepwright.expression;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The comparisons of a filter. */
public enum FilterOperator {
    STRICT_EQUAL("==="),
    STRICT_NOT_EQUAL("!=="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    MATCHES("=~"),
    AT_MOST("<="),
    LESS("<"),
    AT_LEAST(">="),
    GREATER(">"),
    IN("in"),
    NOT_IN("nin"),
    SUBSET_OF("subsetof"),
    ANY_OF("anyof"),
    NONE_OF("noneof"),
    CONTAINS("contains"),
    ALL("all"),
    SIZE("size"),
    EMPTY("empty");

    private final String symbol;

    FilterOperator(String symbol) {
        this.symbol = symbol;
    }

    /** Returns how it is written. */
    public String symbol() {
        return symbol;
    }

    /** Returns whether it is a word, which must not run into the operand behind it. */
    boolean isWord() {
        return Character.isLetter(symbol.charAt(0));
    }

    static String all() {
        return Arrays.stream(values()).map(FilterOperator::symbol).collect(Collectors.joining(" "));
    }
}
