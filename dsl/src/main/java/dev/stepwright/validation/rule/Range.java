package dev.stepwright.validation.rule;

import dev.stepwright.validation.machine.Part;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * The limits of a number, both included.
 *
 * @param taken the least that AWS takes, where that is less than makes sense
 * @param end what AWS writes after a limit: nothing, or {@code .0} of a number that may have a fraction
 */
public record Range(long least, long most, long taken, String end) {
    private static final long LONGEST = 99_999_999;

    /** A share of a hundred, which may have a fraction. */
    public static final Range PERCENTAGE = new Range(0, 100, 0, ".0");

    /** A time of at least a second. */
    public static final Range SECONDS = new Range(1, LONGEST);

    /** A time of at least a second. AWS: 0 is taken, too. */
    public static final Range SECONDS_OR_NONE = new Range(1, LONGEST, 0);

    public Range(long least, long most) {
        this(least, most, least);
    }

    public Range(long least, long most, long taken) {
        this(least, most, taken, "");
    }

    /** Reports a field whose number is outside the limits. Other values are left to ASL-TOP-007. */
    public void check(Rule rule, Part part, String field, Findings findings) {
        JsonNode value = part.value(field);
        if (!value.isNumber()) {
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
            Finding finding = rule.at(part.at(field), message(field, value));
            findings.add(
                    number.compareTo(BigDecimal.valueOf(taken)) < 0
                            ? finding.service("Minimum value is " + taken + end, part.at(field))
                            : finding.accepted());
        } else if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
            findings.add(rule.at(part.at(field), message(field, value))
                    .service("Maximum value is " + most + end, part.at(field)));
        }
    }

    private String message(String field, JsonNode value) {
        String allowed = most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
        return field + " must be " + allowed + ", found " + Words.show(value);
    }
}
