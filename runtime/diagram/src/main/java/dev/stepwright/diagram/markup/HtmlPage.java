package dev.stepwright.diagram.markup;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A page of HTML that needs nothing else: no script, nothing from elsewhere, for light and dark surroundings. */
public final class HtmlPage {
    private static final String SHEET = StyleSheet.of(HtmlPage.class);

    private final Markup html = new Markup();

    /**
     * Begins a page.
     *
     * @param refresh after which time a browser loads it again, in whole seconds; null if never
     */
    public HtmlPage(String title, @Nullable Duration refresh) {
        html.raw("<!DOCTYPE html>\n").open("html").attribute("lang", "en").open("head");
        html.open("meta").attribute("charset", "utf-8").close();
        html.open("meta").attribute("http-equiv", "Content-Security-Policy");
        html.attribute("content", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'")
                .close();
        html.open("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width")
                .close();
        if (refresh != null) {
            html.open("meta").attribute("http-equiv", "refresh");
            html.attribute("content", String.valueOf(refresh.toSeconds())).close();
        }
        element("title", title);
        html.open("style").raw("\n" + SHEET).close("style").close("head").line();
        html.open("body").open("main").line();
    }

    /** Returns what the page is written with. */
    public Markup markup() {
        return html;
    }

    /** Writes an element that holds a text. */
    public HtmlPage element(String name, String text) {
        html.open(name).text(text).close(name);
        return this;
    }

    /** Writes an element that holds a text, in a style of the sheet. */
    public HtmlPage element(String name, String style, String text) {
        html.open(name).attribute("class", style).text(text).close(name);
        return this;
    }

    /** Writes a link. */
    public HtmlPage link(String address, String text) {
        html.open("a").attribute("href", address).text(text).close("a");
        return this;
    }

    /** Writes a picture, as large as the page is wide if it is larger, until somebody wants it as large as it is. */
    public HtmlPage picture(String svg) {
        html.open("div").attribute("class", "picture");
        html.open("label").open("input").attribute("type", "checkbox").close();
        html.text(" full size").close("label");
        html.open("div").raw(svg).close("div").close("div").line();
        return this;
    }

    /** Ends the page and returns it. */
    public String end() {
        return html.close("main").close("body").close("html").line().toString();
    }
}
