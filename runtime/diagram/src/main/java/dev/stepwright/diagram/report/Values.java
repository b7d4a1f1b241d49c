package dev.stepwright.diagram.report;

import dev.stepwright.diagram.markup.HtmlPage;

/**
 * Writes values of events, cut where they are too long for a page.
 *
 * @param frame says where they are whole
 * @param mostCharacters that are shown of each
 */
record Values(HtmlPage page, Frame frame, int mostCharacters) {
    /**
     * Writes a value, and where it is whole if it is cut.
     *
     * @param event its number
     * @param name a member of its details
     */
    void write(long event, String name, String value) {
        write(value);
        if (value.length() > mostCharacters && frame.values() != null) {
            page.link(frame.values() + "?event=" + event + "&value=" + name, "Show all");
        }
    }

    /** Writes a text that is whole nowhere else. */
    void write(String text) {
        page.element("pre", cut(text));
    }

    String cut(String text) {
        if (text.length() <= mostCharacters) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(mostCharacters - 1)) ? mostCharacters - 1 : mostCharacters;
        return text.substring(0, end) + "\u2026 (" + text.length() + " characters)";
    }
}
