package dev.stepwright.validation.error;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.RunLimit;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The waits of a retry rule alone are longer than the execution may run, so that the last attempts never come. */
final class RetryTooLong extends Rule {
    private static final int MOST_ATTEMPTS = 10_000;

    RetryTooLong() {
        super("ASL-ERR-009", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.parts().stream()
                .filter(part -> part.kind() == Kind.RETRY_RULE
                        && !part.text("JitterStrategy").filter("FULL"::equals).isPresent())
                .forEach(rule -> check(rule, RunLimit.of(machine, rule), findings));
    }

    private void check(Part rule, RunLimit limit, Findings findings) {
        double interval = number(rule, "IntervalSeconds", 1);
        double rate = number(rule, "BackoffRate", 2);
        double most = number(rule, "MaxDelaySeconds", Double.MAX_VALUE);
        double attempts = Math.min(number(rule, "MaxAttempts", 3), MOST_ATTEMPTS);
        double waited = 0;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            waited += Math.min(interval * Math.pow(rate, attempt - 1.0), most);
            if (waited > limit.seconds()) {
                findings.add(at(
                        rule.pointer(),
                        String.format(
                                Locale.ROOT,
                                "retry %d of %.0f would come after %,.0f seconds of waiting, but %s; lower MaxAttempts or BackoffRate, or set MaxDelaySeconds",
                                attempt,
                                attempts,
                                waited,
                                limit.reason())));
                return;
            }
        }
    }

    private static double number(Part rule, String field, double otherwise) {
        JsonNode value = rule.value(field);
        return value.isNumber() ? value.asDouble(otherwise) : otherwise;
    }
}
