package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.jsonata.syntax.SyntaxProblem;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands between the delimiters is no JSONata. */
final class BadJsonata extends Rule {
    /** What other languages call an operator, the longest first, and what JSONata calls it. */
    private static final Map<String, String> OPERATORS = operators();

    BadJsonata() {
        super("ASL-JNT-001", Severity.ERROR, "INVALID_JSONATA_EXPRESSION");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(site -> site.problem().ifPresent(problem -> findings.add(finding(site, problem))));
    }

    private Finding finding(JsonataSite site, SyntaxProblem problem) {
        int at = site.offset(problem.start());
        String message = "invalid JSONata %s: %s%s"
                .formatted(Words.quote(site.text()), problem.message(), remedy(site.text(), at));
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
        return operators;
    }
}
