package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.http.HttpAnswer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages as answers of the server. */
final class Html {
    private static final Set<String> WRONG = Set.of("ValidationException", "InvalidToken");

    /** Two states, one after the other. */
    private static final String ICON =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\" fill=\"#1a7f37\">"
                    + "<rect x=\"1\" y=\"1\" width=\"14\" height=\"5\" rx=\"2\"/><rect x=\"7\" y=\"6\" width=\"2\" height=\"4\"/>"
                    + "<rect x=\"1\" y=\"10\" width=\"14\" height=\"5\" rx=\"2\"/></svg>";

    private static final Logger LOG = LoggerFactory.getLogger(Html.class);

    private Html() {}

    static HttpAnswer page(int status, String html) {
        return answer(status, "text/html", html);
    }

    /** Returns a text that is no markup, whatever a browser takes it for. */
    static HttpAnswer text(String text) {
        return answer(200, "text/plain", text);
    }

    /** Returns what browsers show beside the title of a page. */
    static HttpAnswer icon() {
        return answer(200, "image/svg+xml", ICON);
    }

    /** No other site may show it in a frame, where a click would be led to its buttons. */
    private static HttpAnswer answer(int status, String type, String body) {
        return new HttpAnswer(
                status,
                Map.of(
                        "Content-Type",
                        type + "; charset=utf-8",
                        "Content-Security-Policy",
                        "frame-ancestors 'none'",
                        "Cache-Control",
                        "no-store"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the page of something that is not there, or is asked for in a wrong way; or of a fault of the server's, which is logged. */
    static HttpAnswer refused(Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(reason instanceof ApiError error)) {
            LOG.error("A page could not be made", reason);
            return told(500, "Server error", "The server could not make this page. Its log has the error.");
        }
        String message = String.valueOf(error.getMessage());
        if (error.isAccessDenied()) {
            return told(403, "Not allowed", message, Login.PATH, "Who you are signed in as");
        }
        return WRONG.contains(error.code()) ? told(400, "Bad request", message) : told(404, "Not found", message);
    }

    /** Returns the address of a page at a path, encoded. */
    static String address(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path is part of an address, but " + path + " is not", e);
        }
    }

    /** The browser asks for the other page, so that loading it again sends nothing. */
    static HttpAnswer seeOther(String address, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Location", address);
        all.put("Cache-Control", "no-store");
        return new HttpAnswer(303, all, new byte[0]);
    }

    /** Returns a page that tells something, and leads on. */
    static HttpAnswer told(int status, String title, String message) {
        return told(status, title, message, "/", Pages.ALL);
    }

    private static HttpAnswer told(int status, String title, String message, String address, String words) {
        HtmlPage page = new HtmlPage(title);
        page.element("h1", title).element("p", message);
        page.markup().open("p");
        page.link(address, words);
        page.markup().close("p");
        return page(status, page.end());
    }
}
