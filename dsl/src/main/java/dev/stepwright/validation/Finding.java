package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.Position;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * What a rule has to say about a place.
 *
 * @param atName whether it is shown at the name of the member rather than at its value
 * @param service what AWS says of the same thing
 * @param audience who is told
 */
record Finding(Rule rule, JsonPointer pointer, boolean atName, String message, ServiceText service, Audience audience) {

    /** Who is told of a finding. AWS repeats itself where we do not, and the other way round. */
    enum Audience {
        BOTH,
        AUTHOR,
        SERVICE
    }

    /** Returns the same finding with the words of AWS and the place where AWS reports it, null for none. */
    Finding service(String text, @Nullable JsonPointer location) {
        return new Finding(rule, pointer, atName, message, new ServiceText(text, location), audience);
    }

    /** Returns the same finding, which AWS does not report. */
    Finding ours() {
        return new Finding(rule, pointer, atName, message, service, Audience.AUTHOR);
    }

    /** Returns the same finding, which only AWS reports. */
    Finding theirs() {
        return new Finding(rule, pointer, atName, message, service, Audience.SERVICE);
    }

    Position position(AslDocument document) {
        return atName ? document.keyPosition(pointer) : document.position(pointer);
    }

    /** Returns the finding for AWS; the place is that of the value if the service gives no text of its own. */
    ServiceDiagnostic forService(AslDocument document) {
        String message = service.message() == null ? this.message : service.message();
        JsonPointer place = service.message() == null ? pointer : service.location();
        return new ServiceDiagnostic(
                rule.severity(),
                rule.serviceCode(),
                message,
                place == null ? null : ServiceLocation.of(place, document.root()));
    }

    Diagnostic in(AslDocument document) {
        Position position = position(document);
        return new Diagnostic(rule.id(), rule.severity(), pointer, position, message);
    }
}
