package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** The {@code Timestamp} of a Wait state is no timestamp of RFC 3339. */
final class BadTimestamp extends Rule {
    BadTimestamp() {
        super("ASL-WAI-003", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode timestamp = part.value("Timestamp");
        if (part.kind() == Kind.WAIT
                && timestamp.isString()
                && !(part.isJsonata() && Text.isExpression(timestamp))
                && !Text.isUnknown(timestamp)
                && !Timestamps.isValid(timestamp.stringValue())) {
            findings.add(at(
                            part.at("Timestamp"),
                            "Timestamp must be an RFC 3339 timestamp such as \"2026-03-14T01:59:00Z\", found %s%s"
                                    .formatted(Words.show(timestamp), remedy(timestamp)))
                    .service("String does not match RFC3339 timestamp", part.at("Timestamp")));
        }
    }

    private static String remedy(JsonNode timestamp) {
        if (Text.isExpression(timestamp)) {
            return "; to use an expression, add \"QueryLanguage\": \"JSONata\" to the state";
        }
        return Text.looksLikePath(timestamp) ? "; use TimestampPath for a path" : "";
    }
}
