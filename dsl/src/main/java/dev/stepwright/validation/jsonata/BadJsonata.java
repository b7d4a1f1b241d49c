package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.syntax.SyntaxProblem;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between the delimiters is no JSONata, or JSONata of a later version than that of Step Functions, which is 2.0.6. */
final class BadJsonata extends Rule {
    /** What other languages call an operator, the longest first, and what JSONata calls it. */
    private static final Map<String, String> OPERATORS = operators();

    BadJsonata() {
        super("ASL-JNT-001", Severity.ERROR, "INVALID_JSONATA_EXPRESSION");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(site -> site.problem()
                        .or(() -> site.syntax().flatMap(BadJsonata::later))
                        .ifPresent(problem -> findings.add(finding(site, problem))));
    }

    /** Returns what version 2.0.6 has to say to the first operator that it does not have: it reads the two characters one by one. */
    private static Optional<SyntaxProblem> later(Syntax syntax) {
        return laterOperators(syntax)
                .min(Comparator.comparingInt(operator -> operator.span().start()))
                .map(operator -> {
                    int second = operator.span().start() + 1;
                    String found = operator instanceof Syntax.Elvis ? ":" : "?";
                    String message = JsonataException.of("S0211").renamed(found).getMessage();
                    return new SyntaxProblem("S0211", second, second + 1, found, "an expression", message);
                });
    }

    private static Stream<Syntax> laterOperators(Syntax syntax) {
        Stream<Syntax> within = syntax.children().stream().flatMap(BadJsonata::laterOperators);
        return syntax instanceof Syntax.Elvis || syntax instanceof Syntax.Coalesce
                ? Stream.concat(Stream.of(syntax), within)
                : within;
    }

    private Finding finding(JsonataSite site, SyntaxProblem problem) {
        int at = site.offset(problem.start());
        String message = "invalid JSONata %s: %s%s%s"
                .formatted(
                        Words.quote(site.text()),
                        problem.message(),
                        remedy(site.text(), at),
                        site.problem().isPresent() ? "" : "; Step Functions has JSONata 2.0.6");
        return atCharacter(site.pointer(), at, message).service(problem.message(), site.pointer());
    }

    private static String remedy(String text, int at) {
        return OPERATORS.entrySet().stream()
                .filter(operator -> isAround(at, operator.getKey(), text))
                .findFirst()
                .map(operator -> "; write %s for %s".formatted(operator.getValue(), operator.getKey()))
                .orElse("");
    }

    /** The parser may have taken the first characters of a word for an operator of its own. */
    private static boolean isAround(int at, String word, String text) {
        int from = text.indexOf(word, at - word.length() + 1);
        return from >= 0 && from <= at;
    }

    private static Map<String, String> operators() {
        Map<String, String> operators = new LinkedHashMap<>();
        operators.put("===", "=");
        operators.put("!==", "!=");
        operators.put("==", "=");
        operators.put("&&", "and");
        operators.put("||", "or");
        operators.put("!", "$not(...)");
        operators.put("??", "$exists(a) ? a : b");
        operators.put("?:", "a ? a : b");
        return operators;
    }
}
