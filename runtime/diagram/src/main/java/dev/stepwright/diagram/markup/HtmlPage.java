package dev.stepwright.diagram.markup;

import org.jspecify.annotations.Nullable;

/** A page of HTML for light and dark surroundings. It needs nothing else, no script and nothing from elsewhere, unless it is kept up to date. */
public final class HtmlPage {
    private static final String SHEET = StyleSheet.of(HtmlPage.class);
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";

    private final Markup html = new Markup();

    /** Begins a page that stays as it is. */
    public HtmlPage(String title) {
        this(title, null);
    }

    /**
     * Begins a page.
     *
     * @param updates what keeps it up to date while a browser shows it; null if it stays as it is
     */
    public HtmlPage(String title, @Nullable Updates updates) {
        html.raw("<!DOCTYPE html>\n").open("html").attribute("lang", "en").open("head");
        html.open("meta").attribute("charset", "utf-8").close();
        html.open("meta").attribute("http-equiv", "Content-Security-Policy");
        html.attribute("content", POLICY + (updates == null ? "" : Updates.POLICY))
                .close();
        html.open("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width")
                .close();
        if (updates != null) {
            updates.write(html);
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

    /** Writes how far something is; who does not see the page is told when it changes. */
    public HtmlPage status(String status) {
        html.open("span").attribute("class", "status").attribute("role", "status");
        html.text(status).close("span");
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
