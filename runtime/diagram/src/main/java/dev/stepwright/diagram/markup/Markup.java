package dev.stepwright.diagram.markup;

/** Writes SVG and HTML: elements, attributes and texts, all of them escaped; numbers in the same way in every language. */
public final class Markup {
    private final StringBuilder out = new StringBuilder();
    private boolean isOpen;

    /** Begins an element; attributes may follow. */
    public Markup open(String element) {
        finishTag();
        out.append('<').append(element);
        isOpen = true;
        return this;
    }

    public Markup attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    public Markup attribute(String name, double value) {
        return attribute(name, number(value));
    }

    public Markup text(String text) {
        finishTag();
        escape(text, false);
        return this;
    }

    /** Writes what is markup already. */
    public Markup raw(String markup) {
        finishTag();
        out.append(markup);
        return this;
    }

    /** Ends an element that may hold others. */
    public Markup close(String element) {
        finishTag();
        out.append("</").append(element).append('>');
        return this;
    }

    /** Ends an element that holds nothing. */
    public Markup close() {
        out.append("/>");
        isOpen = false;
        return this;
    }

    public Markup line() {
        finishTag();
        out.append('\n');
        return this;
    }

    private void finishTag() {
        if (isOpen) {
            out.append('>');
            isOpen = false;
        }
    }

    /** Returns a number with one digit after the point at most. */
    public static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    /** Characters that XML cannot hold become a sign that says so. */
    private void escape(String text, boolean isAttribute) {
        text.codePoints().forEach(c -> {
            boolean isAllowed =
                    c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c >= 0x10000;
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append(isAttribute ? "&#10;" : "\n");
                default -> out.appendCodePoint(isAllowed ? c : 0xFFFD);
            }
        });
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
