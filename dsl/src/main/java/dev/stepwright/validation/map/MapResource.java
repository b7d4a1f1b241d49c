package dev.stepwright.validation.map;

import dev.stepwright.json.Placeholders;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;

/** The {@code Resource} of a reader or writer of a Map state, which may be one of a few. */
final class MapResource {
    private static final String PREFIX = "arn:aws:states:::";

    private MapResource() {}

    /**
     * Reports a resource that is none of the allowed. Other values than texts are left to ASL-TOP-007.
     *
     * @param noun what messages call the part
     * @param allowed what may follow {@code arn:aws:states:::}, of any partition
     */
    static void check(Rule rule, Part part, String noun, List<String> allowed, Findings findings) {
        part.text("Resource")
                .map(Placeholders::masked)
                .filter(resource -> allowed.stream().noneMatch(resource::endsWith) && !Placeholders.isMasked(resource))
                .ifPresent(resource -> findings.add(rule.at(
                                part.at("Resource"),
                                "Resource of %s must be %s%s, found %s"
                                        .formatted(
                                                noun,
                                                PREFIX,
                                                String.join(" or " + PREFIX, allowed),
                                                Words.quote(resource)))
                        .service(
                                "The field 'Resource' does not match any of the allowed values", part.at("Resource"))));
    }
}
