package dev.stepwright.conversion;

import dev.stepwright.dsl.tree.Operators.Compared;
import dev.stepwright.dsl.tree.Operators.Connective;
import dev.stepwright.dsl.tree.Operators.JsonType;
import dev.stepwright.dsl.tree.Operators.Relation;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns the rules of Choice states into conditions. ASL: Choice State. */
final class RuleTrees {
    private static final Set<String> OTHERS = Set.of("Variable", "Next", "Comment", "Assign");
    private static final String PATH = "Path";

    private final PathTrees paths;
    private final Tree input;
    private final Consumer<String> doubts;

    /**
     * @param input what {@code $} is
     * @param doubts takes what JSONata does otherwise with unusual data
     */
    RuleTrees(PathTrees paths, Tree input, Consumer<String> doubts) {
        this.paths = paths;
        this.input = input;
        this.doubts = doubts;
    }

    /** @throws Unconvertible if it is no rule, or JSONata has no equivalent */
    Tree of(JsonNode rule) {
        List<String> operators = rule.propertyNames().stream()
                .filter(name -> !OTHERS.contains(name))
                .toList();
        if (operators.size() != 1) {
            throw new Unconvertible("a rule must have one operator, found " + operators);
        }
        String operator = operators.get(0);
        JsonNode operand = rule.get(operator);
        return switch (operator) {
            case "And" -> and(all(operator, operand).stream());
            case "Or" -> new Tree.Logic(Connective.OR, all(operator, operand));
            case "Not" -> new Tree.Not(of(operand));
            default -> test(paths.of(rule.path("Variable").asString(""), input), operator, operand);
        };
    }

    private List<Tree> all(String operator, JsonNode rules) {
        if (!rules.isArray() || rules.isEmpty()) {
            throw new Unconvertible(operator + " must be an array of rules, found " + JsonText.compact(rules));
        }
        return rules.valueStream().map(this::of).toList();
    }

    private static Tree and(Stream<Tree> terms) {
        List<Tree> all = new ArrayList<>();
        terms.flatMap(term -> term instanceof Tree.Logic logic && logic.connective() == Connective.AND
                        ? logic.parts().stream()
                        : Stream.of(term))
                .forEach(term -> addTo(all, term));
        return all.size() == 1 ? all.get(0) : new Tree.Logic(Connective.AND, all);
    }

    /** A type that was asked for is not asked for again; and what is asked for its type need not be asked for before. */
    private static void addTo(List<Tree> terms, Tree term) {
        if (term instanceof Tree.IsType type) {
            if (terms.contains(term)) {
                return;
            }
            int last = terms.size() - 1;
            if (last >= 0 && terms.get(last).equals(new Tree.IsPresent(type.subject()))) {
                terms.remove(last);
            }
        }
        terms.add(term);
    }

    private Tree test(Tree subject, String operator, JsonNode operand) {
        Optional<JsonType> type = Arrays.stream(JsonType.values())
                .filter(each -> each.operator().equals(operator))
                .findFirst();
        if (type.isPresent()) {
            return expected(new Tree.IsType(subject, type.get()), operand);
        }
        return switch (operator) {
            case "IsPresent" -> expected(new Tree.IsPresent(subject), operand);
            case "IsNull" -> expected(new Tree.IsNull(subject), operand);
            case "StringMatches" -> matches(subject, operand);
            default -> comparison(subject, operator, operand);
        };
    }

    private static Tree expected(Tree test, JsonNode operand) {
        return operand.asBoolean(true) ? test : new Tree.Not(test);
    }

    private static Tree matches(Tree subject, JsonNode operand) {
        try {
            return and(Stream.of(
                    new Tree.IsType(subject, JsonType.STRING), new Tree.Match(subject, operand.asString(""))));
        } catch (IllegalArgumentException e) {
            throw new Unconvertible(String.valueOf(e.getMessage()));
        }
    }

    /** Values of other types are not compared: JSONPath has false there, JSONata an error. */
    private Tree comparison(Tree subject, String operator, JsonNode operand) {
        boolean isPath = operator.endsWith(PATH);
        String plain = isPath ? operator.substring(0, operator.length() - PATH.length()) : operator;
        Compared kind = named(Compared.values(), each -> plain.startsWith(each.prefix()), operator);
        Relation relation = named(Relation.values(), each -> plain.equals(kind.prefix() + each.suffix()), operator);
        Tree other = isPath ? paths.of(operand.asString(""), input) : TemplateTrees.literal(operand);
        List<Tree> all = new ArrayList<>();
        if (kind == Compared.TIMESTAMP) {
            doubts.accept("comparing a value that is not a timestamp is false in JSONPath; in JSONata the state fails");
        } else if (relation != Relation.EQUAL || isPath) {
            all.add(new Tree.IsType(subject, type(kind)));
            if (relation != Relation.EQUAL && isPath) {
                all.add(new Tree.IsType(other, type(kind)));
            }
        }
        all.add(new Tree.Comparison(kind, relation, subject, other));
        return and(all.stream());
    }

    private static <E> E named(E[] values, Predicate<E> name, String operator) {
        return Arrays.stream(values)
                .filter(name)
                .findFirst()
                .orElseThrow(() -> new Unconvertible("there is no operator \"" + operator + "\""));
    }

    private static JsonType type(Compared kind) {
        return switch (kind) {
            case NUMERIC -> JsonType.NUMERIC;
            case STRING -> JsonType.STRING;
            case BOOLEAN -> JsonType.BOOLEAN;
            case TIMESTAMP -> JsonType.TIMESTAMP;
        };
    }
}
