package dev.stepwright.conversion;

import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.Operators.Function;
import dev.stepwright.dsl.tree.StarPattern;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.BooleanNode;

/** Turns calls of intrinsic functions into expressions. ASL: Appendix B. */
final class CallTrees {
    private final PathTrees paths;
    private final Consumer<String> doubts;

    CallTrees(PathTrees paths, Consumer<String> doubts) {
        this.paths = paths;
        this.doubts = doubts;
    }

    Tree argument(Intrinsic.Argument argument, Tree root) {
        if (argument instanceof Intrinsic.Literal literal) {
            return TemplateTrees.literal(literal.value());
        }
        return argument instanceof Intrinsic.Path path
                ? paths.of(path.path(), root)
                : call((Intrinsic.Call) argument, root);
    }

    /** @throws Unconvertible if JSONata has nothing that does the same */
    Tree call(Intrinsic.Call call, Tree root) {
        List<Tree> given =
                call.arguments().stream().map(each -> argument(each, root)).toList();
        return switch (call.function()) {
            case FORMAT -> format(call, given);
            case STRING_TO_JSON -> call(Function.PARSE_JSON, given);
            case JSON_TO_STRING -> call(Function.TO_JSON, given);
            case ARRAY -> array(call, given);
            case ARRAY_PARTITION -> kept(call(Function.PARTITION, given));
            case ARRAY_CONTAINS -> call(Function.CONTAINS, given);
            case ARRAY_RANGE -> call(Function.RANGE, given);
            case ARRAY_GET_ITEM -> item(given);
            case ARRAY_LENGTH -> call(Function.COUNT, given);
            case ARRAY_UNIQUE -> call(Function.UNIQUE, given);
            case BASE64_ENCODE -> base64(Function.BASE64_ENCODE, given);
            case BASE64_DECODE -> base64(Function.BASE64_DECODE, given);
            case HASH -> call(Function.HASH, List.of(text(call.arguments().get(0), given.get(0)), given.get(1)));
            case JSON_MERGE -> call(Function.MERGE, shallow(call, given));
            case MATH_RANDOM -> call(Function.RANDOM, unseeded(call, given));
            case MATH_ADD -> sum(given.get(0), given.get(1));
            case STRING_SPLIT -> split(call, given);
            case UUID -> call(Function.UUID, given);
        };
    }

    private static Tree sum(Tree left, Tree right) {
        return right instanceof Tree.Literal literal
                        && literal.value().isNumber()
                        && literal.value().decimalValue().signum() < 0
                ? new Tree.Arithmetic(
                        "-",
                        left,
                        Tree.Literal.of(literal.value().decimalValue().negate()))
                : new Tree.Arithmetic("+", left, right);
    }

    private static Tree call(Function function, List<Tree> given) {
        return new Tree.Call(function, Object.class, given);
    }

    /** Nothing and one value are arrays, too, within brackets. */
    private static Tree kept(Tree array) {
        return call(Function.ARRAY, List.of(array));
    }

    private Tree base64(Function function, List<Tree> given) {
        doubts.accept("Base64 is that of UTF-8 in JSONPath; in JSONata it is another one for texts beyond ASCII");
        return call(function, given);
    }

    private Tree array(Intrinsic.Call call, List<Tree> given) {
        if (!call.arguments().stream().allMatch(CallTrees::isNoArray)) {
            doubts.accept(
                    "States.Array is now [...]: if an argument is itself an array, it joins the elements to the others");
        }
        return call(Function.ARRAY, given);
    }

    private static boolean isNoArray(Intrinsic.Argument argument) {
        return argument instanceof Intrinsic.Literal
                || argument instanceof Intrinsic.Call call
                        && call.function().result() != ValueType.ARRAY
                        && call.function().result() != ValueType.ANY;
    }

    private static Tree item(List<Tree> given) {
        return given.get(1) instanceof Tree.Literal literal && literal.value().canConvertToInt()
                ? Composition.element(given.get(0), literal.value().intValue())
                : call(Function.ITEM, given);
    }

    /** Only texts have a hash in JSONata. */
    private static Tree text(Intrinsic.Argument argument, Tree given) {
        boolean isText = argument instanceof Intrinsic.Literal literal
                        && literal.value().isString()
                || argument instanceof Intrinsic.Call call && call.function().result() == ValueType.STRING;
        return isText ? given : call(Function.TO_JSON, List.of(given));
    }

    private static List<Tree> shallow(Intrinsic.Call call, List<Tree> given) {
        if (!call.arguments().get(2).equals(new Intrinsic.Literal(BooleanNode.FALSE))) {
            throw new Unconvertible("JSONata has no equivalent of States.JsonMerge unless its third argument is false");
        }
        return given.subList(0, 2);
    }

    private static List<Tree> unseeded(Intrinsic.Call call, List<Tree> given) {
        if (call.arguments().size() > 2) {
            throw new Unconvertible("JSONata's $random gives other numbers than States.MathRandom for the same seed");
        }
        return given;
    }

    /** Every character of the delimiters divides. */
    private static Tree split(Intrinsic.Call call, List<Tree> given) {
        String delimiters = text(call.arguments().get(1), "the delimiters of States.StringSplit");
        if (delimiters.isEmpty()) {
            throw new Unconvertible("JSONata has no equivalent of States.StringSplit without a delimiter");
        }
        if (delimiters.length() == 1) {
            return call(Function.SPLIT, given);
        }
        return call(Function.SPLIT, List.of(given.get(0), PathTrees.expression(StarPattern.anyOf(delimiters))));
    }

    private static String text(Intrinsic.Argument argument, String what) {
        if (argument instanceof Intrinsic.Literal literal && literal.value().isString()) {
            return literal.value().stringValue();
        }
        throw new Unconvertible(what + " must be a text in quotes to be converted");
    }

    /** Texts and values in turn, put together. */
    private static Tree format(Intrinsic.Call call, List<Tree> given) {
        String template = text(call.arguments().get(0), "the template of States.Format");
        if (template.equals("{}") && given.size() == 2) {
            return call(Function.TO_JSON, given.subList(1, 2));
        }
        List<Tree> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && i + 1 < template.length()) {
                text.append(template.charAt(++i));
            } else if (template.startsWith("{}", i)) {
                addText(text, parts);
                if (next == given.size()) {
                    throw new Unconvertible("States.Format has more {} than values");
                }
                parts.add(given.get(next++));
                i++;
            } else {
                text.append(c);
            }
        }
        addText(text, parts);
        if (next < given.size()) {
            throw new Unconvertible("States.Format has more values than {}");
        }
        return parts.isEmpty() || parts.size() == 1 && next == 1
                ? Tree.Literal.of(template.isEmpty() ? "" : ((Tree.Literal) parts.get(0)).value())
                : new Tree.Format("{}".repeat(parts.size()), parts);
    }

    private static void addText(StringBuilder text, List<Tree> parts) {
        if (!text.isEmpty()) {
            parts.add(Tree.Literal.of(text.toString()));
            text.setLength(0);
        }
    }
}
