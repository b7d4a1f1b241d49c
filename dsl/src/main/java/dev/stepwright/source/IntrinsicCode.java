package dev.stepwright.source;

import dev.stepwright.expression.ExpressionSyntaxException;
import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.IntrinsicFunction;
import dev.stepwright.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Calls of intrinsic functions in the words of the DSL, where these are written the same.
 *
 * @param path gives the code of a path that is read as a type; as any if that is {@code JsonNode}
 */
record IntrinsicCode(BiFunction<String, String, Code> path) {
    /** Calls back for every path that a call reads. */
    static void readings(String text, Consumer<String> reading) {
        call(text).ifPresent(call -> readings(call, reading));
    }

    private static void readings(Intrinsic.Call call, Consumer<String> reading) {
        for (Intrinsic.Argument argument : call.arguments()) {
            if (argument instanceof Intrinsic.Path read) {
                reading.accept(read.path().text());
            } else if (argument instanceof Intrinsic.Call inner) {
                readings(inner, reading);
            }
        }
    }

    private static Optional<Intrinsic.Call> call(String text) {
        try {
            return Optional.of(Intrinsic.parse(text).call());
        } catch (ExpressionSyntaxException e) {
            return Optional.empty(); // a definition with this fault is taken over as it stands
        }
    }

    /** Returns the call that a text stands for; empty if no words of the DSL are written as that text. */
    Optional<Code> of(String text) {
        return call(text)
                .flatMap(this::said)
                .filter(said -> said.text.equals(text))
                .map(Said::code);
    }

    /** Returns the type of what such a code gives. */
    static String type(Code call) {
        return call instanceof Code.Call word
                        && !word.name().equals("parseJson")
                        && !word.name().equals("listOf")
                ? "String"
                : Document.UNKNOWN;
    }

    /** Returns the type of what a call gives that is written as a text. */
    static String type(String text) {
        return call(text)
                        .filter(call -> call.function().result() == ValueType.STRING)
                        .isPresent()
                ? "String"
                : Document.UNKNOWN;
    }

    /** A call, with the text that the DSL writes for it. */
    private record Said(Code code, String text) {}

    private Optional<Said> said(Intrinsic.Call call) {
        boolean text = call.function() == IntrinsicFunction.STRING_TO_JSON;
        Optional<List<Said>> arguments = arguments(call.arguments(), text ? "String" : Document.UNKNOWN);
        return arguments.flatMap(said -> word(call.function(), said)
                .map(code -> new Said(
                        code,
                        said.stream()
                                .map(Said::text)
                                .collect(
                                        Collectors.joining(", ", call.function().asl() + "(", ")")))));
    }

    private Optional<List<Said>> arguments(List<Intrinsic.Argument> arguments, String type) {
        List<Said> all = new ArrayList<>();
        for (Intrinsic.Argument argument : arguments) {
            Optional<Said> said = argument(argument, type);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            all.add(said.get());
        }
        return Optional.of(all);
    }

    private Optional<Said> argument(Intrinsic.Argument argument, String type) {
        if (argument instanceof Intrinsic.Path read) {
            return Optional.of(
                    new Said(path.apply(read.path().text(), type), read.path().text()));
        }
        if (argument instanceof Intrinsic.Call call) {
            return said(call).filter(said -> type.equals(Document.UNKNOWN));
        }
        JsonNode literal = ((Intrinsic.Literal) argument).value();
        return literal.isString() && literal.stringValue().matches("[^\\\\']*")
                ? Optional.of(new Said(
                        Code.call("value", Literals.string(literal.stringValue())), "'" + literal.stringValue() + "'"))
                : Optional.empty();
    }

    private static Optional<Code> word(IntrinsicFunction function, List<Said> arguments) {
        List<Code> codes = arguments.stream().map(Said::code).toList();
        return switch (function) {
            case UUID -> Optional.of(new Code.Call("uuid", codes));
            case JSON_TO_STRING -> Optional.of(new Code.Call("toJson", codes));
            case ARRAY -> codes.isEmpty() ? Optional.empty() : Optional.of(new Code.Call("listOf", codes));
            case STRING_TO_JSON ->
                Optional.of(Code.call("parseJson", codes.get(0), Expressions.literal(Document.UNKNOWN)));
            case FORMAT -> format(codes);
            default -> Optional.empty();
        };
    }

    /** The template is a text, with as many places as there are arguments behind it. */
    private static Optional<Code> format(List<Code> arguments) {
        if (!(arguments.get(0) instanceof Code.Call literal) || !literal.name().equals("value")) {
            return Optional.empty();
        }
        List<Code> all = new ArrayList<>(arguments);
        all.set(0, literal.arguments().get(0));
        String[] parts =
                String.valueOf(literal.arguments().get(0).flat().orElse("")).split("\\{}", -1);
        boolean plain = parts.length == arguments.size()
                && List.of(parts).stream().noneMatch(part -> part.contains("{") || part.contains("}"));
        return plain ? Optional.of(new Code.Call("format", all)) : Optional.empty();
    }
}
