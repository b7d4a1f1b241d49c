package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.IntrinsicFunction;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.stream.Stream;

/** {@code States.Format} has more or fewer arguments than places in its template. */
final class FormatArguments extends Rule {
    FormatArguments() {
        super("ASL-INT-002", Severity.ERROR, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths()
                .forEach(site -> site.call()
                        .ifPresent(call -> calls(call.call()).forEach(inner -> check(site, inner, findings))));
    }

    /** Returns a call and those in its arguments. */
    static Stream<Intrinsic.Call> calls(Intrinsic.Call call) {
        Stream<Intrinsic.Call> inner = call.arguments().stream()
                .filter(Intrinsic.Call.class::isInstance)
                .map(Intrinsic.Call.class::cast)
                .flatMap(FormatArguments::calls);
        return Stream.concat(Stream.of(call), inner);
    }

    private void check(PathSite site, Intrinsic.Call call, Findings findings) {
        if (call.function() != IntrinsicFunction.FORMAT
                || !(call.arguments().get(0) instanceof Intrinsic.Literal template)) {
            return;
        }
        int places = places(template.value().stringValue());
        int given = call.arguments().size() - 1;
        if (places != given) {
            findings.add(at(
                    site.pointer(),
                    "the template %s of States.Format has %d {} for %d %s; write one {} for each argument"
                            .formatted(
                                    Words.quote(template.value().stringValue()),
                                    places,
                                    given,
                                    given == 1 ? "argument" : "arguments")));
        }
    }

    private static int places(String template) {
        int places = 0;
        for (int i = 0; i < template.length() - 1; i++) {
            if (template.charAt(i) == '\\') {
                i++;
            } else if (template.startsWith("{}", i)) {
                places++;
            }
        }
        return places;
    }
}
