package dev.stepwright.server.page;

import dev.stepwright.server.http.HttpCall;
import java.util.Optional;

/**
 * Tells whether a form was sent by a page of this server. Any web site can have a browser send a form here, and the browser tells only by
 * {@code Sec-Fetch-Site} or {@code Origin} which one did. The API needs no such check: browsers ask the server before they send its header
 * {@code X-Amz-Target} for another site, and the server does not allow it.
 */
final class OwnForms {
    private OwnForms() {}

    /** Returns why a call is refused; empty if it is a form of a page of this server. */
    static Optional<String> refusal(HttpCall call) {
        if (!isOwn(call)) {
            return Optional.of("This form was not sent by a page of this server, so nothing was done."
                    + " Open the page on this server and send it again. Programs use the API instead.");
        }
        String type = call.headers().first("Content-Type");
        return type != null && type.startsWith(Form.TYPE)
                ? Optional.empty()
                : Optional.of("A form is sent as " + Form.TYPE + ", but this was sent as " + type + ".");
    }

    /** Returns whether a page of this server has made a call, as the browser tells. */
    static boolean isOwn(HttpCall call) {
        String site = call.headers().first("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = call.headers().first("Origin");
        String host = call.headers().first("Host");
        return origin != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }
}
