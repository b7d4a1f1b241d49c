package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.stepwright.codegen.generate.code.JavaTypes;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.shape.Limit;
import dev.stepwright.codegen.shape.Shape;
import dev.stepwright.codegen.shape.Shape.Elements;
import dev.stepwright.codegen.shape.Shape.Entries;
import dev.stepwright.codegen.shape.Shape.OrNull;
import dev.stepwright.codegen.shape.Shape.Scalar;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import tools.jackson.databind.JsonNode;

/** The statements that refuse a value against its schema, with the member's name and what was found. */
final class Checks {
    private final JavaTypes types;
    private Locals locals;
    private final CodeBlock.Builder code = CodeBlock.builder();
    private final Map<String, FieldSpec> patterns = new LinkedHashMap<>();

    Checks(JavaTypes types, Locals locals) {
        this.types = types;
        this.locals = locals;
    }

    CodeBlock code() {
        return code.build();
    }

    /** Returns the constants that {@link #code()} needs. */
    List<FieldSpec> patterns() {
        return List.copyOf(patterns.values());
    }

    /**
     * Adds the checks of one value.
     *
     * @param value a Java expression, free of side effects
     * @param label what messages call the value
     */
    void add(Shape shape, String value, Label label) {
        if (shape instanceof Scalar scalar) {
            scalar.limits().forEach(limit -> scalar(scalar, limit, value, label));
        } else if (shape instanceof Elements elements) {
            elements.limits().forEach(limit -> size(limit, value, label));
            elements(elements.element(), value, label);
        } else if (shape instanceof Entries entries) {
            entries.limits().forEach(limit -> size(limit, value, label));
            members(entries.value(), value, label);
        } else if (shape instanceof OrNull orNull) {
            addIf(orNull.shape(), value + ".isPresent()", value + ".get()", label);
        }
    }

    /** Adds the checks of a component that may be without a value. */
    void ifPresent(Component component, String value, Label label) {
        String present = component.isNullInJava() ? value + " != null" : value + ".isPresent()";
        String inner = component.isNullInJava() ? value : value + ".get()";
        if (component.tellsNullFromAbsent()) {
            present += " && " + inner + ".isPresent()";
            inner += ".get()";
        }
        addIf(component.shape(), present, inner, label);
    }

    private void addIf(Shape shape, String condition, String value, Label label) {
        if (!isChecked(shape)) {
            return;
        }
        code.beginControlFlow("if ($L)", condition);
        if (value.contains("(")) {
            Locals outer = locals;
            String variable = locals.of(shape);
            locals = locals.and(variable);
            code.addStatement("$T $L = $L", types.of(shape), variable, value);
            add(shape, variable, label);
            locals = outer;
        } else {
            add(shape, value, label);
        }
        code.endControlFlow();
    }

    private void elements(Shape shape, String list, Label label) {
        if (isChecked(shape)) {
            String element = local("element", label);
            code.beginControlFlow("for ($T $L : $L)", types.of(shape), element, list);
            add(shape, element, label.elements());
            code.endControlFlow();
        }
    }

    private void members(Shape shape, String map, Label label) {
        if (isChecked(shape)) {
            String entry = local("entry", label);
            TypeName type = ParameterizedTypeName.get(
                    ClassName.get(Map.Entry.class),
                    ClassName.get(String.class),
                    types.of(shape).box());
            code.beginControlFlow("for ($T $L : $L.entrySet())", type, entry, map);
            String element = local("element", label);
            code.addStatement("$T $L = $L.getValue()", types.of(shape), element, entry);
            add(shape, element, label.member(entry + ".getKey()"));
            code.endControlFlow();
        }
    }

    private String local(String name, Label label) {
        return locals.free(label.depth() == 0 ? name : name + (label.depth() + 1));
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

    private void scalar(Scalar scalar, Limit limit, String value, Label label) {
        switch (limit.keyword()) {
            case "pattern" -> {
                CodeBlock wrong = CodeBlock.of("!$L.matcher($L).find()", pattern(limit, label), value);
                refuseIf(wrong, label, message(limit) + "\"", value + " + \"\\\"\"");
            }
            case "minLength", "maxLength" -> {
                String sign = limit.keyword().equals("minLength") ? "<" : ">";
                CodeBlock wrong = CodeBlock.of(
                        "$1L.codePointCount(0, $1L.length()) $2L $3L",
                        value,
                        sign,
                        limit.value().bigIntegerValue());
                refuseIf(wrong, label, message(limit) + "\"", value + " + \"\\\"\"");
            }
            default -> refuseIf(new NumberChecks(scalar.kind()).wrong(limit, value), label, message(limit), value);
        }
    }

    /** Returns the name of the constant that holds a pattern. */
    private String pattern(Limit limit, Label label) {
        String base = Names.constant(label.text().replace("[]", " element")) + "_PATTERN";
        String name = base;
        for (int i = 2; patterns.containsKey(name); i++) {
            name = base + "_" + i;
        }
        patterns.put(
                name,
                FieldSpec.builder(Pattern.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.compile($S)", Pattern.class, limit.value().stringValue())
                        .build());
        return name;
    }

    private void size(Limit limit, String value, Label label) {
        if (limit.keyword().equals("patternProperties")) {
            String name = locals.free("name");
            String pattern = pattern(limit, Label.of(label.text() + " name"));
            code.beginControlFlow("for ($T $L : $L.keySet())", String.class, name, value);
            refuseIf(
                    CodeBlock.of("!$L.matcher($L).find()", pattern, name),
                    label,
                    "names match " + limit.value().stringValue() + ", but there is \"",
                    name + " + \"\\\"\"");
            code.endControlFlow();
        } else if (!limit.keyword().equals("uniqueItems")) {
            boolean least = limit.keyword().startsWith("min");
            CodeBlock wrong = least && limit.value().intValue() == 1
                    ? CodeBlock.of("$L.isEmpty()", value)
                    : CodeBlock.of(
                            "$L.size() $L $L",
                            value,
                            least ? "<" : ">",
                            limit.value().bigIntegerValue());
            refuseIf(wrong, label, message(limit), value + ".size()");
        } else if (limit.value().booleanValue()) {
            CodeBlock wrong = CodeBlock.of("new $T<>($L).size() < $L.size()", HashSet.class, value, value);
            refuseIf(wrong, label, message(limit), value);
        }
    }

    private static String message(Limit limit) {
        boolean isConstant = limit.keyword().equals("enum") && limit.value().size() == 1;
        String shown = limit.value().isContainer()
                ? (isConstant ? limit.value().get(0) : limit.value()).toString()
                : limit.value().asString();
        return (isConstant ? "const" : limit.keyword()) + " is " + shown + ", but was ";
    }

    private void refuseIf(CodeBlock wrong, Label label, String message, String found) {
        code.beginControlFlow("if ($L)", wrong)
                .addStatement(
                        "throw new $T($L$S + $L)",
                        IllegalArgumentException.class,
                        label.before(),
                        label.end() + ": " + message,
                        found)
                .endControlFlow();
    }

    /** Returns an expression for a number. */
    static CodeBlock decimal(JsonNode number) {
        BigDecimal value = number.decimalValue();
        boolean small = value.scale() == 0 && value.precision() < 18;
        return small
                ? CodeBlock.of("$T.valueOf($L)", BigDecimal.class, value.toPlainString() + (isInt(value) ? "" : "L"))
                : CodeBlock.of("new $T($S)", BigDecimal.class, value.toString());
    }

    private static boolean isInt(BigDecimal value) {
        return value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
