package dev.stepwright.validation;

/** An expression calls a function that JSONata and Step Functions do not have, and that it does not define. */
final class UnknownFunction extends Rule {
    private static final Names FUNCTIONS = new Names(JsonataNames.FUNCTIONS);

    UnknownFunction() {
        super("ASL-JNT-010", Severity.WARNING, "");
    }

    @Override
    void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(site -> site.syntax()
                        .map(JsonataNames::of)
                        .ifPresent(names -> names.called().stream()
                                .filter(name -> !FUNCTIONS.contains(name))
                                .forEach(name -> findings.add(at(
                                        site.pointer(),
                                        "there is no function $%s%s"
                                                .formatted(
                                                        name,
                                                        new Names(JsonataNames.FUNCTIONS)
                                                                .nearest(name)
                                                                .map(near -> "; did you mean $" + near + "?")
                                                                .orElse("")))))));
    }
}
