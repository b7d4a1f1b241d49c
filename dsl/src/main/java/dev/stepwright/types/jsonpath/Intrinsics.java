package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.IntrinsicFunction;
import dev.stepwright.json.Trail;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Literals;
import dev.stepwright.types.lattice.Merge;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Reading;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Fits;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What intrinsic functions give, and what they need.
 *
 * @param trail where the outermost call stands
 * @param text the outermost call
 */
record Intrinsics(Reads reads, Frame frame, Trail trail, String text) {
    Value value(Intrinsic.Call call) {
        IntrinsicFunction function = call.function();
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Need need = need(function, i);
            Value argument = argument(call.arguments().get(i), need);
            reads.mismatch(argument, need, trail, "argument " + (i + 1) + " of " + function.asl());
            arguments.add(argument);
        }
        return result(function, call, arguments);
    }

    private static Need need(IntrinsicFunction function, int index) {
        return function == IntrinsicFunction.FORMAT && index > 0 ? Need.VALUE : Fits.need(function.parameter(index));
    }

    private Value argument(Intrinsic.Argument argument, Need need) {
        if (argument instanceof Intrinsic.Literal literal) {
            return Literals.value(literal.value());
        }
        return argument instanceof Intrinsic.Path path
                ? reads.read(path.path(), frame, place(path), need, true)
                : value((Intrinsic.Call) argument);
    }

    /** A path stands in the call as it is written; of two that are equal the first one is meant. */
    private Trail place(Intrinsic.Path path) {
        if (!reads.recorder().isRecording()) {
            return trail;
        }
        Matcher found = Pattern.compile(Pattern.quote(path.path().text()) + "(?![\\w.\\[])")
                .matcher(text);
        return found.find() ? trail.character(found.start()) : trail;
    }

    private static Value result(IntrinsicFunction function, Intrinsic.Call call, List<Value> arguments) {
        return switch (function) {
            case FORMAT, JSON_TO_STRING, BASE64_ENCODE, BASE64_DECODE, HASH, UUID -> Value.scalar(Kind.STRING);
            case STRING_TO_JSON -> Value.ANY;
            case ARRAY -> Value.of(Items.each(arguments));
            case ARRAY_CONTAINS -> Value.scalar(Kind.BOOLEAN);
            case ARRAY_LENGTH, MATH_ADD, MATH_RANDOM -> Value.scalar(Kind.INTEGER);
            case ARRAY_RANGE -> Value.arrayOf(Value.scalar(Kind.INTEGER));
            case STRING_SPLIT -> Value.arrayOf(Value.scalar(Kind.STRING));
            case ARRAY_UNIQUE -> Value.arrayOf(element(arguments));
            case ARRAY_PARTITION -> Value.arrayOf(Value.arrayOf(element(arguments)));
            case ARRAY_GET_ITEM -> item(call, arguments);
            case JSON_MERGE -> arguments.size() < 2 ? Value.ANY : Merge.of(arguments.get(0), arguments.get(1));
        };
    }

    private static Value element(List<Value> arguments) {
        Reading reading = arguments.isEmpty() ? Reading.of(Value.ANY) : Reader.elements(arguments.get(0));
        return reading.found() ? reading.value() : Value.ANY;
    }

    private static Value item(Intrinsic.Call call, List<Value> arguments) {
        boolean literal = arguments.size() == 2
                && call.arguments().get(1) instanceof Intrinsic.Literal index
                && index.value().isInt();
        if (!literal) {
            return element(arguments);
        }
        int index = ((Intrinsic.Literal) call.arguments().get(1)).value().intValue();
        Items items = arguments.get(0).items();
        if (items != null && items.each() == null) {
            return element(arguments);
        }
        Reading reading = Reader.element(arguments.get(0), index);
        return reading.found() ? reading.value() : Value.ANY;
    }
}
