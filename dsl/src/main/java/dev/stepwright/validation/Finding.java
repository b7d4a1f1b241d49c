package dev.stepwright.validation;

import dev.stepwright.json.Position;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * What a rule has to say about a place.
 *
 * @param service what AWS says of the same thing
 * @param audience who is told
 * @param refused whether AWS refuses the definition for it
 */
record Finding(Rule rule, Spot spot, String message, ServiceText service, Audience audience, boolean refused) {
    static Finding of(Rule rule, Spot spot, String message) {
        return new Finding(rule, spot, message, ServiceText.NONE, Audience.BOTH, rule.isRefused());
    }

    /** Who is told of a finding. AWS repeats itself where we do not, and the other way round. */
    enum Audience {
        BOTH,
        AUTHOR,
        SERVICE,
        /** The author, and the service when a machine is to be made: its check of definitions finds nothing. */
        MAKER
    }

    /** Returns the same finding with the words of AWS and the place where AWS reports it, null for none. */
    Finding service(String text, @Nullable JsonPointer location) {
        return new Finding(rule, spot, message, new ServiceText(text, location), audience, refused);
    }

    /** Returns the same finding, which AWS reports in another place or in other words. */
    Finding ours() {
        return new Finding(rule, spot, message, service, Audience.AUTHOR, refused);
    }

    /** Returns the same finding, which AWS does not have: it accepts the definition. */
    Finding accepted() {
        return new Finding(rule, spot, message, service, Audience.AUTHOR, false);
    }

    /** Returns the same finding, which only AWS reports. */
    Finding theirs() {
        return new Finding(rule, spot, message, service, Audience.SERVICE, refused);
    }

    /** Returns the same finding, for which AWS makes no machine, though its check of definitions does not have it. */
    Finding whenMade(String text, JsonPointer location) {
        return new Finding(rule, spot, message, new ServiceText(text, location), Audience.MAKER, refused);
    }

    /** Returns the finding for AWS; the place is that of the value if the service gives no text of its own. */
    ServiceDiagnostic forService(Source source) {
        String text = service.message() == null ? message : service.message();
        JsonPointer place = service.message() == null ? spot.pointer() : service.location();
        return new ServiceDiagnostic(
                audience == Audience.MAKER ? Severity.ERROR : rule.severity(),
                rule.serviceCode(),
                text,
                place == null ? null : ServiceLocation.of(place, source.root()));
    }

    Diagnostic in(Source source) {
        Position position = source.position(spot);
        return new Diagnostic(rule.id(), rule.severity(), spot.pointer(), position, message, refused);
    }
}
