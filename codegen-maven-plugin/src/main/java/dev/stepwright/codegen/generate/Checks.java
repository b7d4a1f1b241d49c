package dev.stepwright.codegen.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.stepwright.codegen.schema.Shape;
import dev.stepwright.codegen.schema.Shape.Elements;
import dev.stepwright.codegen.schema.Shape.Entries;
import dev.stepwright.codegen.schema.Shape.Kind;
import dev.stepwright.codegen.schema.Shape.OrNull;
import dev.stepwright.codegen.schema.Shape.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import tools.jackson.databind.JsonNode;

/** The statements that refuse a value against its schema, with the member's name and what was found. */
final class Checks {
    private final JavaTypes types;
    private final CodeBlock.Builder code = CodeBlock.builder();
    private final List<FieldSpec> patterns = new ArrayList<>();

    Checks(JavaTypes types) {
        this.types = types;
    }

    CodeBlock code() {
        return code.build();
    }

    /** Returns the constants that {@link #code()} needs. */
    List<FieldSpec> patterns() {
        return patterns;
    }

    /**
     * Adds the checks of one value.
     *
     * @param value a Java expression, free of side effects
     * @param label what messages call the value
     */
    void add(Shape shape, String value, String label) {
        if (shape instanceof Scalar scalar) {
            scalar.limits().forEach((keyword, limit) -> scalar(scalar.kind(), keyword, limit, value, label));
        } else if (shape instanceof Elements elements) {
            elements.limits().forEach((keyword, limit) -> size(keyword, limit, value, label));
            each(elements.element(), value, label);
        } else if (shape instanceof Entries entries) {
            entries.limits().forEach((keyword, limit) -> size(keyword, limit, value, label));
            each(entries.value(), value + ".values()", label);
        } else if (shape instanceof OrNull orNull) {
            optional(orNull.shape(), value, label);
        }
    }

    /** Adds the checks of a value in an Optional. */
    void optional(Shape shape, String value, String label) {
        if (isChecked(shape)) {
            code.beginControlFlow("if ($L.isPresent())", value);
            add(shape, value + ".get()", label);
            code.endControlFlow();
        }
    }

    private void each(Shape shape, String values, String label) {
        if (isChecked(shape)) {
            String element =
                    "element" + (label.length() - label.replace("[", "").length());
            code.beginControlFlow("for ($T $L : $L)", types.boxed(shape), element, values);
            add(shape, element, label + "[]");
            code.endControlFlow();
        }
    }

    private static boolean isChecked(Shape shape) {
        if (shape instanceof Elements elements) {
            return !elements.limits().isEmpty() || isChecked(elements.element());
        }
        if (shape instanceof Entries entries) {
            return !entries.limits().isEmpty() || isChecked(entries.value());
        }
        return shape instanceof OrNull orNull
                ? isChecked(orNull.shape())
                : shape instanceof Scalar scalar && !scalar.limits().isEmpty();
    }

    private void scalar(Kind kind, String keyword, JsonNode limit, String value, String label) {
        switch (kind) {
            case STRING -> string(keyword, limit, value, label);
            case DECIMAL -> refuseIf(decimal(keyword, limit, value), message(label, keyword, limit), value);
            default -> refuseIf(integer(kind, keyword, limit, value), message(label, keyword, limit), value);
        }
    }

    private void string(String keyword, JsonNode limit, String value, String label) {
        CodeBlock wrong;
        if (keyword.equals("pattern")) {
            String name = Names.constant(label) + "_PATTERN";
            patterns.add(FieldSpec.builder(Pattern.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$T.compile($S)", Pattern.class, limit.stringValue())
                    .build());
            wrong = CodeBlock.of("!$L.matcher($L).find()", name, value);
        } else {
            String sign = keyword.equals("minLength") ? "<" : ">";
            wrong = CodeBlock.of("$1L.codePointCount(0, $1L.length()) $2L $3L", value, sign, limit.bigIntegerValue());
        }
        refuseIf(wrong, message(label, keyword, limit) + "\"", value + " + \"\\\"\"");
    }

    private static CodeBlock integer(Kind kind, String keyword, JsonNode limit, String value) {
        String literal = limit.bigIntegerValue() + (kind == Kind.LONG ? "L" : "");
        return keyword.equals("multipleOf")
                ? CodeBlock.of("$L % $L != 0", value, literal)
                : CodeBlock.of("$L $L $L", value, sign(keyword), literal);
    }

    private static CodeBlock decimal(String keyword, JsonNode limit, String value) {
        BigDecimal bound = limit.decimalValue();
        return keyword.equals("multipleOf")
                ? CodeBlock.of("$L.remainder(new $T($S)).signum() != 0", value, BigDecimal.class, bound.toString())
                : CodeBlock.of(
                        "$L.compareTo(new $T($S)) $L 0", value, BigDecimal.class, bound.toString(), sign(keyword));
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

    private void size(String keyword, JsonNode limit, String value, String label) {
        if (!keyword.equals("uniqueItems")) {
            String sign = keyword.startsWith("min") ? "<" : ">";
            CodeBlock wrong = CodeBlock.of("$L.size() $L $L", value, sign, limit.bigIntegerValue());
            refuseIf(wrong, message(label, keyword, limit), value + ".size()");
        } else if (limit.booleanValue()) {
            CodeBlock wrong = CodeBlock.of("new $T<>($L).size() < $L.size()", HashSet.class, value, value);
            refuseIf(wrong, message(label, keyword, limit), value);
        }
    }

    private static String message(String label, String keyword, JsonNode limit) {
        return label + ": " + keyword + " is " + limit.asString() + ", but was ";
    }

    private void refuseIf(CodeBlock wrong, String message, String found) {
        code.beginControlFlow("if ($L)", wrong)
                .addStatement("throw new $T($S + $L)", IllegalArgumentException.class, message, found)
                .endControlFlow();
    }

    /** Returns an expression for an unmodifiable copy of a value; the value itself if it cannot be modified. */
    static CodeBlock copy(Shape shape, String value) {
        return copy(shape, value, "each_");
    }

    private static CodeBlock copy(Shape shape, String value, String element) {
        if (shape instanceof Elements elements) {
            return isCollection(elements.element())
                    ? CodeBlock.of(
                            "$L.stream().map($L -> $L).toList()",
                            value,
                            element,
                            copy(elements.element(), element, element + "_"))
                    : CodeBlock.of("$T.copyOf($L)", List.class, value);
        }
        return shape instanceof Entries
                ? CodeBlock.of("$T.unmodifiableMap(new $T<>($L))", Collections.class, LinkedHashMap.class, value)
                : CodeBlock.of("$L", value);
    }

    static boolean isCollection(Shape shape) {
        return shape instanceof Elements || shape instanceof Entries;
    }
}
