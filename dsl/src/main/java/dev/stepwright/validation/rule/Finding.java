package dev.stepwright.validation.rule;

import dev.stepwright.asl.edit.Fix;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * What a rule has to say about a place.
 *
 * @param service what AWS says of the same thing
 * @param audience who is told
 * @param refused whether AWS refuses the definition for it
 * @param fixes each of which mends it
 */
public record Finding(
        Rule rule,
        Spot spot,
        String message,
        ServiceText service,
        Audience audience,
        boolean refused,
        List<Fix> fixes) {
    public Finding {
        fixes = List.copyOf(fixes);
    }

    static Finding of(Rule rule, Spot spot, String message) {
        return new Finding(rule, spot, message, ServiceText.NONE, Audience.BOTH, rule.isRefused(), List.of());
    }

    /** Who is told of a finding. AWS repeats itself where we do not, and the other way round. */
    public enum Audience {
        BOTH,
        AUTHOR,
        SERVICE,
        /** The author, and the service when a machine is to be made: its check of definitions finds nothing. */
        MAKER
    }

    /** Returns the same finding with the words of AWS and the place where AWS reports it, null for none. */
    public Finding service(String text, @Nullable JsonPointer location) {
        return new Finding(rule, spot, message, new ServiceText(text, location), audience, refused, fixes);
    }

    /** Returns the same finding, which AWS reports in another place or in other words. */
    public Finding ours() {
        return new Finding(rule, spot, message, service, Audience.AUTHOR, refused, fixes);
    }

    /** Returns the same finding, which AWS does not have: it accepts the definition. */
    public Finding accepted() {
        return new Finding(rule, spot, message, service, Audience.AUTHOR, false, fixes);
    }

    /** Returns the same finding, which only AWS reports. */
    public Finding theirs() {
        return new Finding(rule, spot, message, service, Audience.SERVICE, refused, fixes);
    }

    /** Returns the same finding, for which AWS makes no machine, though its check of definitions does not have it. */
    public Finding whenMade(String text, JsonPointer location) {
        return new Finding(rule, spot, message, new ServiceText(text, location), Audience.MAKER, refused, fixes);
    }

    /** Returns the same finding, which only AWS reports: as an error, though the rule is not sure enough to be one. */
    public Finding refused(String text, JsonPointer location) {
        return new Finding(rule, spot, message, new ServiceText(text, location), Audience.SERVICE, true, fixes);
    }

    /** Returns the same finding, which each of some changes mends. */
    public Finding mendedBy(Fix... changes) {
        return new Finding(rule, spot, message, service, audience, refused, List.of(changes));
    }

    /** Returns the same finding, which a change mends if there is one. */
    public Finding mendedBy(Optional<? extends Fix> change) {
        return change.map(this::mendedBy).orElse(this);
    }
}
