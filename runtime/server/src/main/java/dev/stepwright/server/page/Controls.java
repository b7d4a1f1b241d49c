package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.Address;
import dev.stepwright.diagram.markup.Markup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes forms and what belongs to them; they work without script. */
final class Controls {
    /** The field of an address that keeps the page of something that runs as it is. */
    static final String HOLD = "hold";

    private static final int MOST_ROWS = 20;

    private Controls() {}

    /** Begins a form that is sent to an address. */
    static Markup form(Markup html, String address) {
        return html.open("form").attribute("method", "post").attribute("action", address);
    }

    /** Writes a form of one button. */
    static void button(Markup html, String address, String action, String words) {
        form(html, address);
        submit(html, action, words);
        html.close("form");
    }

    /** Writes the button that sends a form. */
    static void submit(Markup html, String action, String words) {
        html.open("button").attribute("name", "action").attribute("value", action);
        html.text(words).close("button");
    }

    /** Writes a link to another page where something can be done. */
    static void link(Markup html, String address, String words) {
        html.open("a").attribute("href", address).text(words).close("a");
    }

    /**
     * Writes a link that keeps a page of something that runs as it is, or up to date again.
     *
     * @param shown the other fields of its address
     */
    static void hold(Markup html, String path, Map<String, String> shown, boolean isHeld) {
        Map<String, String> fields = new LinkedHashMap<>(shown);
        fields.put(HOLD, isHeld ? "" : "true");
        link(html, Address.of(path, fields), isHeld ? "Resume updates" : "Pause updates");
    }

    /** Writes a field that is sent and not shown. */
    static void hidden(Markup html, String name, String value) {
        html.open("input").attribute("type", "hidden").attribute("name", name);
        html.attribute("value", value).close();
    }

    /** Writes what is selected by another form of the page; nothing if nothing is. */
    static void kept(Markup html, String name, String value) {
        if (!value.isEmpty()) {
            hidden(html, name, value);
        }
    }

    /** Writes a field of one line. */
    static void field(Markup html, String label, String name, String value) {
        html.open("label").text(label + " ").open("input").attribute("name", name);
        html.attribute("value", value).close().close("label");
    }

    /** Writes a field for JSON, as high as its text. */
    static void area(Markup html, String label, String name, String value) {
        long rows = Math.min(MOST_ROWS, Math.max(3, value.lines().count()));
        html.open("label").text(label + " ").open("textarea").attribute("name", name);
        // The line break is none of the text: a browser takes the first one away.
        html.attribute("rows", rows).attribute("spellcheck", "false").text("\n" + value);
        html.close("textarea").close("label");
    }

    /** Writes a list to choose from, the first of which is for all. */
    static void choice(Markup html, String label, String name, List<String> values, String chosen) {
        html.open("label").text(label + " ").open("select").attribute("name", name);
        html.open("option").attribute("value", "").text("any").close("option");
        for (String value : values) {
            html.open("option");
            if (value.equals(chosen)) {
                html.attribute("selected", "");
            }
            html.text(value).close("option");
        }
        html.close("select").close("label");
    }

    /** Writes what has gone wrong; nothing if nothing has. */
    static void problem(Markup html, String message) {
        if (!message.isEmpty()) {
            html.open("p").attribute("class", "problem").attribute("role", "alert");
            html.text(message).close("p").line();
        }
    }
}
