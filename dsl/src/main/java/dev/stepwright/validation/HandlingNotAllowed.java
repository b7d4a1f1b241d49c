package dev.stepwright.validation;

import java.util.List;

/** {@code Retry} or {@code Catch} on a state that does no work. */
final class HandlingNotAllowed extends Rule {
    HandlingNotAllowed() {
        super("ASL-ERR-007", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (!part.isState() || part.kind() == Kind.UNKNOWN_STATE) {
            return;
        }
        for (String field : List.of("Retry", "Catch")) {
            if (part.has(field) && Fields.find(part.kind(), field).isEmpty()) {
                findings.add(atName(
                                part.at(field),
                                "%s has no %s; only Task, Parallel and Map states have it"
                                        .formatted(part.kind().noun(), field))
                        .service("Field '" + field + "' is not supported", part.pointer()));
            }
        }
    }
}
