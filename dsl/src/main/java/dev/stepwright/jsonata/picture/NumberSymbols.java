package dev.stepwright.jsonata.picture;

import java.util.Map;

/** The characters that have a meaning in a decimal picture and those that are written for them. */
public final class NumberSymbols {
    private final Map<String, String> changed;

    /** @param changed the symbols that differ from the usual ones, by their names in XPath, for example {@code decimal-separator} */
    public NumberSymbols(Map<String, String> changed) {
        this.changed = Map.copyOf(changed);
    }

    private String symbol(String name, String usual) {
        return changed.getOrDefault(name, usual);
    }

    String decimalSeparator() {
        return symbol("decimal-separator", ".");
    }

    String groupingSeparator() {
        return symbol("grouping-separator", ",");
    }

    String exponentSeparator() {
        return symbol("exponent-separator", "e");
    }

    String infinity() {
        return symbol("infinity", "Infinity");
    }

    String minusSign() {
        return symbol("minus-sign", "-");
    }

    String notANumber() {
        return symbol("NaN", "NaN");
    }

    String percent() {
        return symbol("percent", "%");
    }

    String perMille() {
        return symbol("per-mille", "\u2030");
    }

    String patternSeparator() {
        return symbol("pattern-separator", ";");
    }

    String digit() {
        return symbol("digit", "#");
    }

    char zero() {
        String zero = symbol("zero-digit", "0");
        return zero.isEmpty() ? '0' : zero.charAt(0);
    }

    boolean isDecimalDigit(char c) {
        return c >= zero() && c < zero() + 10;
    }

    boolean isDigit(char c) {
        return isDecimalDigit(c) || digit().equals(String.valueOf(c));
    }

    boolean isActive(char c) {
        String text = String.valueOf(c);
        return isDigit(c)
                || text.equals(decimalSeparator())
                || text.equals(exponentSeparator())
                || text.equals(groupingSeparator())
                || text.equals(patternSeparator());
    }
}
