package dev.stepwright.validation.rule;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * What a rule has to say about a place.
 *
 * @param service what AWS says of the same thing
 * @param audience who is told
 * @param refused whether AWS refuses the definition for it
 */
public record Finding(Rule rule, Spot spot, String message, ServiceText service, Audience audience, boolean refused) {
    static Finding of(Rule rule, Spot spot, String message) {
        return new Finding(rule, spot, message, ServiceText.NONE, Audience.BOTH, rule.isRefused());
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
        return new Finding(rule, spot, message, new ServiceText(text, location), audience, refused);
    }

    /** Returns the same finding, which AWS reports in another place or in other words. */
    public Finding ours() {
        return new Finding(rule, spot, message, service, Audience.AUTHOR, refused);
    }

    /** Returns the same finding, which AWS does not have: it accepts the definition. */
    public Finding accepted() {
        return new Finding(rule, spot, message, service, Audience.AUTHOR, false);
    }

    /** Returns the same finding, which only AWS reports. */
    public Finding theirs() {
        return new Finding(rule, spot, message, service, Audience.SERVICE, refused);
    }

    /** Returns the same finding, for which AWS makes no machine, though its check of definitions does not have it. */
    public Finding whenMade(String text, JsonPointer location) {
        return new Finding(rule, spot, message, new ServiceText(text, location), Audience.MAKER, refused);
    }
}
