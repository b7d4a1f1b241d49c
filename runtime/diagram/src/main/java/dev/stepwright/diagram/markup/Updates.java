package dev.stepwright.diagram.markup;

import java.time.Duration;

/**
 * What keeps a page up to date that a server makes anew whenever it is asked. Without script a browser loads the page again, whole.
 *
 * @param script address of the script that asks for the page; it finds the time, in seconds, in its {@code data-every}
 * @param every how often it asks, in whole seconds
 */
public record Updates(String script, Duration every) {
    static final String POLICY = "; script-src 'self'; connect-src 'self'";

    void write(Markup html) {
        String seconds = String.valueOf(every.toSeconds());
        html.open("script").attribute("src", script).attribute("data-every", seconds);
        html.attribute("defer", "").close("script");
        html.open("noscript").open("meta").attribute("http-equiv", "refresh");
        html.attribute("content", seconds).close().close("noscript");
    }
}
