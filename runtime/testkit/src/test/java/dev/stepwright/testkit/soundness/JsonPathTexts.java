package dev.stepwright.testkit.soundness;

import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Paths, intrinsic calls and conditions of JSONPath by chance. */
final class JsonPathTexts extends RandomTexts {
    JsonPathTexts(Chance chance) {
        super(chance);
    }

    @Override
    void member(ObjectNode object, String name, Set<Sight> sees) {
        object.put(name + ".$", chance.oneIn(3) ? intrinsic(sees, 0) : path(sees));
    }

    @Override
    void element(ArrayNode array, Set<Sight> sees) {
        array.add(chance.oneIn(2) ? literal() : template(sees, 2));
    }

    /** Returns a path that may lead to any number of values. */
    String path(Set<Sight> sees) {
        if (!chance.oneIn(6)) {
            return definite(sees);
        }
        return switch (chance.below(6)) {
            case 0 -> definite(sees) + "[*]";
            case 1 -> definite(sees) + "[*]" + step();
            case 2 -> "$.." + chance.pick(RandomData.NAMES);
            case 3 -> definite(sees) + "[?(@" + step() + " == 1)]";
            case 4 -> definite(sees) + "[" + chance.below(2) + ":" + (1 + chance.below(2)) + "]";
            default -> definite(sees) + "['a','b']";
        };
    }

    /** Returns a path that leads to one value. */
    String definite(Set<Sight> sees) {
        int root = chance.below(sees.contains(Sight.ITEM) ? 14 : 11);
        if (root >= 11) {
            return "$$.Map.Item" + chance.pick(".Value", ".Value" + steps(1), ".Index");
        }
        return switch (root) {
            case 0 -> "$$" + chance.pick(".Execution.Input" + steps(1), ".State.Name", ".Execution.Id", ".State");
            case 1, 2 -> "$" + variable() + steps(2);
            default ->
                sees.contains(Sight.ERROR) && chance.oneIn(2) ? chance.pick("$.Error", "$.Cause") : "$" + steps(3);
        };
    }

    private String steps(int most) {
        StringBuilder steps = new StringBuilder();
        for (int i = Math.min(chance.below(most + 1), chance.below(most + 1)); i > 0; i--) {
            steps.append(chance.oneIn(7) ? "[" + chance.below(3) + "]" : step());
        }
        return steps.toString();
    }

    private String step() {
        return "." + chance.pick(RandomData.NAMES);
    }

    /** Returns a path that {@code ResultPath} may have. */
    String resultPath() {
        return chance.oneIn(6) ? "$" : "$" + step() + (chance.oneIn(4) ? step() : "") + (chance.oneIn(30) ? "[0]" : "");
    }

    private String argument(Set<Sight> sees, int depth) {
        return switch (chance.below(depth < 2 ? 6 : 5)) {
            case 0 -> String.valueOf(chance.below(3));
            case 1 -> chance.pick("'x'", "'y'", "true", "null");
            case 5 -> intrinsic(sees, depth + 1);
            default -> definite(sees);
        };
    }

    private String intrinsic(Set<Sight> sees, int depth) {
        String one = argument(sees, depth);
        String two = argument(sees, depth);
        String array = chance.oneIn(3) ? "States.Array(" + one + ", " + two + ")" : definite(sees);
        String text = chance.oneIn(3) ? "States.Format('{}', " + one + ")" : definite(sees);
        String number = chance.oneIn(3) ? String.valueOf(1 + chance.below(3)) : definite(sees);
        return "States."
                + switch (chance.below(16)) {
                    case 0 -> "Format('{}-{}', " + one + ", " + two + ")";
                    case 1 -> "StringToJson(" + text + ")";
                    case 2 -> "JsonToString(" + path(sees) + ")";
                    case 3, 4 -> "Array(" + one + ", " + two + ")";
                    case 5 -> "ArrayPartition(" + array + ", 2)";
                    case 6 -> "ArrayContains(" + array + ", " + two + ")";
                    case 7 -> "ArrayRange(1, " + number + ", 1)";
                    case 8 -> "ArrayGetItem(" + array + ", " + number + ")";
                    case 9 -> "ArrayLength(" + array + ")";
                    case 10 -> "ArrayUnique(" + array + ")";
                    case 11, 12 -> "JsonMerge(" + definite(sees) + ", " + definite(sees) + ", false)";
                    case 13 -> "MathAdd(" + number + ", 1)";
                    case 14 -> "StringSplit(" + text + ", ',')";
                    default -> chance.pick("Hash(" + one + ", 'MD5')", "UUID()", "Base64Encode(" + text + ")");
                };
    }

    /** Returns a rule of a Choice, without what follows from it. */
    ObjectNode condition(int depth) {
        ObjectNode rule = data.object();
        int kind = chance.below(depth < 2 ? 8 : 5);
        if (kind == 5) {
            rule.set("Not", condition(depth + 1));
        } else if (kind > 5) {
            ArrayNode operands = rule.putArray(kind == 6 ? "And" : "Or");
            for (int i = 1 + chance.below(3); i > 0; i--) {
                operands.add(condition(depth + 1));
            }
        } else {
            rule.put("Variable", definite(Set.of()));
            compare(rule, kind);
        }
        return rule;
    }

    /** Returns a rule of a Choice that mostly asks first whether what it compares is there. */
    ObjectNode guarded() {
        ObjectNode rule = condition(0);
        if (!rule.has("Variable") || rule.has("IsPresent") || chance.oneIn(4)) {
            return rule;
        }
        ObjectNode present = data.object().put("Variable", rule.path("Variable").stringValue());
        ObjectNode both = data.object();
        both.putArray("And").add(present.put("IsPresent", true)).add(rule);
        return both;
    }

    private void compare(ObjectNode rule, int kind) {
        String type = chance.pick("Present", "Present", "Null", "String", "Numeric", "Boolean", "Timestamp");
        if (kind < 3) {
            rule.put("Is" + type, !chance.oneIn(3));
        } else if (kind == 3) {
            rule.put(chance.pick("StringEqualsPath", "NumericLessThanPath", "BooleanEqualsPath"), definite(Set.of()));
        } else {
            switch (chance.below(4)) {
                case 0 -> rule.put("StringEquals", "x");
                case 1 -> rule.put("NumericGreaterThan", 1);
                case 2 -> rule.put("BooleanEquals", true);
                default -> rule.put("StringMatches", "*x*");
            }
        }
    }
}
