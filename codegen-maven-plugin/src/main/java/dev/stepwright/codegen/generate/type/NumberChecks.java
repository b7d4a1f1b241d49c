package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.CodeBlock;
import dev.stepwright.codegen.shape.Limit;
import dev.stepwright.codegen.shape.Shape.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;

/**
 * Conditions that are true for what a limit of a number, or the constants of a number or a boolean, refuse.
 *
 * @param kind that of the value
 */
record NumberChecks(Kind kind) {

    CodeBlock wrong(Limit limit, String value) {
        return switch (limit.keyword()) {
            case "enum" -> enumeration(limit.value(), value);
            case "multipleOf" -> multiple(limit.value(), value);
            default -> compared(value, sign(limit.keyword()), rounded(limit));
        };
    }

    /** The comparison that is true for what the keyword refuses. */
    private static String sign(String keyword) {
        return switch (keyword) {
            case "minimum" -> "<";
            case "maximum" -> ">";
            case "exclusiveMinimum" -> "<=";
            default -> ">=";
        };
    }

    /** Returns a limit as it is for a whole number: no such number is between the two. */
    private JsonNode rounded(Limit limit) {
        boolean isUp = limit.keyword().equals("minimum") || limit.keyword().equals("exclusiveMaximum");
        return isWhole()
                ? DecimalNode.valueOf(
                        limit.value().decimalValue().setScale(0, isUp ? RoundingMode.CEILING : RoundingMode.FLOOR))
                : limit.value();
    }

    private boolean isWhole() {
        return kind == Kind.INT || kind == Kind.LONG || kind == Kind.BIG_INTEGER;
    }

    private CodeBlock enumeration(JsonNode values, String value) {
        if (kind == Kind.BOOLEAN) {
            return values.size() > 1
                    ? CodeBlock.of("false")
                    : CodeBlock.of(values.get(0).booleanValue() ? "!$L" : "$L", value);
        }
        return values.valueStream().map(each -> compared(value, "!=", each)).collect(CodeBlock.joining(" && "));
    }

    private CodeBlock compared(String value, String sign, JsonNode limit) {
        return switch (kind) {
            case INT -> CodeBlock.of("$L $L $L", value, sign, whole(limit));
            case LONG -> CodeBlock.of("$L $L $LL", value, sign, whole(limit));
            case DOUBLE -> CodeBlock.of("$L $L $L", value, sign, limit.doubleValue());
            case BIG_INTEGER ->
                CodeBlock.of("$L.compareTo(new $T($S)) $L 0", value, BigInteger.class, whole(limit), sign);
            default ->
                limit.decimalValue().signum() == 0
                        ? CodeBlock.of("$L.signum() $L 0", value, sign)
                        : CodeBlock.of("$L.compareTo($L) $L 0", value, Checks.decimal(limit), sign);
        };
    }

    private CodeBlock multiple(JsonNode limit, String value) {
        if (isWhole() && limit.decimalValue().stripTrailingZeros().scale() > 0) {
            return CodeBlock.of(
                    "new $T($L).remainder($L).signum() != 0", BigDecimal.class, value, Checks.decimal(limit));
        }
        return switch (kind) {
            case INT -> CodeBlock.of("$L % $L != 0", value, whole(limit));
            case LONG -> CodeBlock.of("$L % $LL != 0", value, whole(limit));
            case DOUBLE ->
                CodeBlock.of(
                        "$T.valueOf($L).remainder($L).signum() != 0", BigDecimal.class, value, Checks.decimal(limit));
            case BIG_INTEGER -> CodeBlock.of("$L.mod(new $T($S)).signum() != 0", value, BigInteger.class, whole(limit));
            default -> CodeBlock.of("$L.remainder($L).signum() != 0", value, Checks.decimal(limit));
        };
    }

    private static String whole(JsonNode limit) {
        return limit.decimalValue().toBigInteger().toString();
    }
}
