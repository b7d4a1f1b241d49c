package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.json.JsonText;

/** Expressions given as they stand, in a machine of the other query language. */
final class LanguageReadings {
    private LanguageReadings() {}

    /** Reports the expressions that the language of the machine does not know. */
    static void check(Scope scope, QueryLanguage language, Problems problems) {
        for (Scope.Linked linked : scope.states()) {
            QueryLanguage own = linked.state().language() == null
                    ? language
                    : linked.state().language();
            Readings.verbatim(linked)
                    .filter(verbatim -> !verbatim.isIn(own))
                    .forEach(verbatim -> problems.add(
                            linked.state().name(),
                            JsonText.excerpt(verbatim.json()) + " is used as written, but it is not " + own.text(),
                            "use path(...), object(...) and the like, which work in both languages, or write the"
                                    + " machine in the language of the text, with queryLanguage(...) before its end"));
            Readings.withins(linked)
                    .filter(within -> own == QueryLanguage.JSONATA)
                    .flatMap(within -> Readings.verbatim(within.value()))
                    .forEach(verbatim -> problems.add(
                            linked.state().name(),
                            JsonText.excerpt(verbatim.json()) + " is used as written, and in JSONata such a text "
                                    + "reads the whole input, not the part that within(...) or keep(...) names",
                            "write the part into the text"));
            Readings.of(linked.state()).stream()
                    .filter(tree -> own == QueryLanguage.JSONATA && !isRule(tree))
                    .flatMap(Readings::verbatim)
                    .filter(verbatim -> verbatim.kind() == Tree.Verbatim.Kind.RULE)
                    .forEach(rule -> problems.add(
                            linked.state().name(),
                            JsonText.excerpt(rule.json())
                                    + " is a rule, and in JSONata a rule cannot be part of a condition",
                            "give the expression of its Condition, or use path(...)"));
            linked.inner().forEach(inner -> check(inner, language, problems));
        }
    }

    private static boolean isRule(Tree tree) {
        return (tree instanceof Tree.Commented commented ? commented.condition() : tree) instanceof Tree.Verbatim;
    }
}
