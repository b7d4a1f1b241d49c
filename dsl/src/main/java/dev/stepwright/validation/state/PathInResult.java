package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A path in the {@code Result} of a Pass state, which is never interpreted. */
final class PathInResult extends Rule {
    PathInResult() {
        super("ASL-PAS-001", Severity.WARNING, "PASS_RESULT_IS_STATIC");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.PASS && !part.isJsonata()) {
            first(part.value("Result"), part.at("Result"))
                    .ifPresent(place -> findings.add(at(
                                    place,
                                    "Result is passed on as it is written, so paths in it are not evaluated; use Parameters with fields that end in .$")
                            .service("Pass result is static", part.at("Result"))));
        }
    }

    private static Optional<JsonPointer> first(JsonNode node, JsonPointer pointer) {
        if (Text.looksLikePath(node)) {
            return Optional.of(pointer);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            Optional<JsonPointer> found = first(member.getValue(), pointer.appendProperty(member.getKey()));
            if (found.isPresent()) {
                return found;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Optional<JsonPointer> found = first(node.get(i), pointer.appendIndex(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
