package dev.stepwright.diagram.picture;

import dev.stepwright.diagram.layout.Point;
import dev.stepwright.diagram.layout.Size;
import dev.stepwright.diagram.markup.Markup;
import java.util.List;

/** Draws the simple things that pictures are made of. */
record Pen(Markup svg) {
    private static final double BASE_LINE = 0.76;

    void circle(Point middle, double radius, String style) {
        svg.open("circle").attribute("class", style).attribute("cx", middle.x());
        svg.attribute("cy", middle.y()).attribute("r", radius).close();
    }

    void rectangle(Point at, Size size, double radius, String style) {
        svg.open("rect").attribute("class", style).attribute("x", at.x()).attribute("y", at.y());
        svg.attribute("width", size.width()).attribute("height", size.height());
        svg.attribute("rx", radius).close();
    }

    void path(String path, String style) {
        svg.open("path").attribute("class", style).attribute("d", path).close();
    }

    /** @param path lines around the point 0, 0 */
    void sign(String path, Point middle, String style) {
        String place = "translate(" + Markup.number(middle.x()) + " " + Markup.number(middle.y()) + ")";
        svg.open("path").attribute("class", style).attribute("d", path);
        svg.attribute("transform", place).close();
    }

    /** Writes lines below each other, each of which begins at a point's side. */
    void lines(List<String> lines, Point at, Lettering lettering, String style) {
        lines(lines, at, lettering, style, "start");
    }

    /** Writes lines below each other, around the middle. */
    void centred(List<String> lines, Point top, Lettering lettering, String style) {
        lines(lines, top, lettering, style, "middle");
    }

    private void lines(List<String> lines, Point at, Lettering lettering, String style, String anchor) {
        for (int i = 0; i < lines.size(); i++) {
            svg.open("text").attribute("class", style).attribute("x", at.x());
            svg.attribute("y", at.y() + lettering.line() * (i + BASE_LINE));
            if (!anchor.equals("start")) {
                svg.attribute("text-anchor", anchor);
            }
            svg.text(lines.get(i)).close("text");
        }
    }

    /** Says what is shown when a reader points at the group that has just been opened. */
    void tooltip(String text) {
        if (!text.isEmpty()) {
            svg.open("title").text(text).close("title");
        }
    }

    void mark(Mark mark, Point middle) {
        circle(middle, 9, "dot");
        sign(mark.sign(), middle, "mark");
    }

    /** Writes a number on a ground, from a point to the right. */
    void count(int number, Point left) {
        double width = countWidth(number);
        rectangle(left.plus(0, -7.5), new Size(width, 15), 7.5, "dot");
        centred(List.of(times(number)), left.plus(width / 2, -7), Lettering.DETAIL, "count");
    }

    static double countWidth(int number) {
        return Lettering.DETAIL.width(times(number)) + 8;
    }

    private static String times(int number) {
        return "\u00d7" + number;
    }
}
