package dev.stepwright.validation;

/** The {@code Variable} of a choice rule is no path. */
final class BadVariable extends Rule {
    BadVariable() {
        super("ASL-CHO-005", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() != Kind.CHOICE_RULE && part.kind() != Kind.NESTED_RULE || part.isJsonata()) {
            return;
        }
        part.text("Variable")
                .filter(text -> !Text.isUnknown(text) && !PathSite.isCall(text)) // CallNotAllowed reports calls
                .ifPresent(text -> PathSyntax.ofPath(text)
                        .filter(syntax -> syntax.certainty() == PathSyntax.Certainty.WRONG)
                        .ifPresent(syntax -> findings.add(atCharacter(
                                        part.at("Variable"),
                                        syntax.offset(),
                                        "Variable is the path of the value to compare, but this is %s: %s"
                                                .formatted(Words.quote(text), syntax.problem()))
                                .service(inTheWordsOfAws(text), part.at("Variable")))));
    }

    static String inTheWordsOfAws(String path) {
        return "Value is not a Reference Path" + (path.startsWith("$") ? "" : ": Reference path didn't start with '$'");
    }
}
