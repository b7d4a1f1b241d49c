package dev.stepwright.jsonata.picture;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** One half of a decimal picture, taken apart and checked as XPath Functions and Operators 3.1, section 4.7 says. */
final class SubPicture {
    final String text;
    final String prefix;
    final String suffix;
    final String active;
    final String mantissa;
    final @Nullable String exponent;
    final String integer;
    final String fraction;
    private final NumberSymbols symbols;

    SubPicture(String text, NumberSymbols symbols) {
        this.text = text;
        this.symbols = symbols;
        this.prefix = text.substring(0, Math.max(0, firstActive()));
        int last = lastActive();
        this.suffix = last < 0 ? "" : text.substring(last + 1);
        this.active = part(text, prefix.length(), text.length() - suffix.length());
        int at = text.indexOf(symbols.exponentSeparator(), prefix.length());
        boolean exponential = at >= 0 && at <= text.length() - suffix.length();
        this.mantissa = exponential ? part(active, 0, at) : active;
        this.exponent = exponential ? part(active, at + 1, active.length()) : null;
        int point = mantissa.indexOf(symbols.decimalSeparator());
        this.integer = point < 0 ? mantissa : mantissa.substring(0, point);
        this.fraction = point < 0 ? suffix : part(mantissa, point + 1, mantissa.length());
        check();
    }

    private static String part(String text, int start, int end) {
        int from = Math.min(start, text.length());
        int to = Math.min(Math.max(end, 0), text.length());
        return text.substring(Math.min(from, to), Math.max(from, to));
    }

    private boolean isLimit(int index) {
        char c = text.charAt(index);
        return symbols.isActive(c) && !symbols.exponentSeparator().equals(String.valueOf(c));
    }

    private int firstActive() {
        for (int i = 0; i < text.length(); i++) {
            if (isLimit(i)) {
                return i;
            }
        }
        return -1;
    }

    private int lastActive() {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (isLimit(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Of several faults the last named here is reported, as in the reference implementation. */
    private void check() {
        String fault = null;
        fault = isRepeated(symbols.decimalSeparator()) ? "D3081" : fault;
        fault = isRepeated(symbols.percent()) ? "D3082" : fault;
        fault = isRepeated(symbols.perMille()) ? "D3083" : fault;
        fault = text.contains(symbols.percent()) && text.contains(symbols.perMille()) ? "D3084" : fault;
        fault = count(mantissa, c -> symbols.isDigit((char) c)) == 0 ? "D3085" : fault;
        fault = count(active, c -> !symbols.isActive((char) c)) > 0 ? "D3086" : fault;
        fault = groupingFault(fault);
        fault = digitFault(fault);
        fault = exponentFault(fault);
        if (fault != null) {
            throw JsonataException.of(fault);
        }
    }

    private boolean isRepeated(String symbol) {
        return text.indexOf(symbol) != text.lastIndexOf(symbol);
    }

    static int count(String text, IntPredicate counted) {
        return (int) text.chars().filter(counted).count();
    }

    private @Nullable String groupingFault(@Nullable String before) {
        String separator = symbols.groupingSeparator();
        int point = text.indexOf(symbols.decimalSeparator());
        String fault = before;
        if (point >= 0) {
            boolean adjacent =
                    text.startsWith(separator, point + 1) || point > 0 && text.startsWith(separator, point - 1);
            fault = adjacent ? "D3087" : fault;
        } else if (integer.endsWith(separator)) {
            fault = "D3088";
        }
        return text.contains(separator + separator) ? "D3089" : fault;
    }

    private @Nullable String digitFault(@Nullable String before) {
        String fault = before;
        int optional = integer.indexOf(symbols.digit());
        if (optional >= 0 && count(integer.substring(0, optional), this::isDecimalDigit) > 0) {
            fault = "D3090";
        }
        optional = fraction.lastIndexOf(symbols.digit());
        return optional >= 0 && count(fraction.substring(optional), this::isDecimalDigit) > 0 ? "D3091" : fault;
    }

    private boolean isDecimalDigit(int c) {
        return symbols.isDecimalDigit((char) c);
    }

    private @Nullable String exponentFault(@Nullable String before) {
        if (exponent == null) {
            return before;
        }
        boolean scaled = text.contains(symbols.percent()) || text.contains(symbols.perMille());
        String fault = scaled && !exponent.isEmpty() ? "D3092" : before;
        return exponent.isEmpty() || count(exponent, c -> !isDecimalDigit(c)) > 0 ? "D3093" : fault;
    }

    int mandatory(String part) {
        return count(part, this::isDecimalDigit);
    }

    int digits(String part) {
        return count(part, c -> symbols.isDigit((char) c));
    }

    /** Returns for each grouping separator how many digits stand between it and the decimal separator. */
    List<Integer> grouping(String part, boolean left) {
        String separator = symbols.groupingSeparator();
        List<Integer> positions = new ArrayList<>();
        int at = part.indexOf(separator);
        while (at >= 0 && !separator.isEmpty()) {
            positions.add(digits(
                    left
                            ? part.substring(0, Math.min(at, part.length()))
                            : part.substring(Math.min(at, part.length()))));
            at = part.indexOf(separator, at + 1);
        }
        return positions;
    }
}
