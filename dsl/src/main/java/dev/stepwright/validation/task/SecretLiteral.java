package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.Trail;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Template;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A password or key stands in the definition itself, where everybody who may read the machine or its history reads it. */
final class SecretLiteral extends Rule {
    /** Keys of AWS, GitHub, Slack, Stripe and Google, and private keys. */
    private static final Pattern KEY = Pattern.compile(
            "\\b(AKIA|ASIA)[0-9A-Z]{16}\\b|-----BEGIN [A-Z ]*PRIVATE KEY-----"
                    + "|\\bgh[pousr]_[A-Za-z0-9]{36}|\\bxox[abprs]-[0-9A-Za-z-]{10,}|\\b[sr]k_live_[0-9A-Za-z]{16,}|\\bAIza[0-9A-Za-z_-]{35}");

    private static final Set<String> NAMES = Set.of(
            "password", "passwd", "masteruserpassword", "secretaccesskey", "clientsecret", "apikey", "privatekey");

    SecretLiteral() {
        super("ASL-TSK-012", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.TASK) {
            for (String field : List.of("Parameters", "Arguments")) {
                Template.walk(
                        part.value(field),
                        part.trail(field),
                        (object, place, name, value) -> check(place, name, value, findings));
            }
        }
    }

    private void check(Trail place, String name, JsonNode value, Findings findings) {
        if (!value.isString() || Text.isUnknown(value) || Text.looksLikePath(value)) {
            return;
        }
        String text = value.stringValue();
        boolean isKey = KEY.matcher(text).find() && !text.contains("EXAMPLE");
        boolean isNamed = NAMES.contains(name.toLowerCase(Locale.ROOT).replaceAll("[_-]", ""))
                && !text.isBlank()
                && !text.contains("{%")
                && !text.startsWith("arn:");
        if (isKey || isNamed) {
            findings.add(at(
                    place.pointer(),
                    "%s contains a secret, visible to everyone who can read the machine or its history; keep it in Secrets Manager, or in the connection of an http:invoke"
                            .formatted(Words.quote(name))));
        }
    }
}
