package dev.stepwright.diagram.picture;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.layout.Placement;
import dev.stepwright.diagram.layout.Point;
import dev.stepwright.diagram.layout.Route;
import dev.stepwright.diagram.layout.Size;
import java.util.List;
import java.util.Locale;

/** Draws figures and arrows as SVG. */
public final class SvgPicture {
    private static final double MARGIN = 20;
    private static final double RADIUS = 7;
    private static final double BASE_LINE = 0.76;

    private final Markup svg = new Markup();

    private SvgPicture() {}

    /**
     * Returns a whole SVG document.
     *
     * @param title what the picture is called, for screen readers and tooltips
     */
    public static String of(StateMachineDefinition definition, String title) {
        Drawing drawing = new Sketch().drawing(definition);
        SvgPicture picture = new SvgPicture();
        picture.document(drawing, title, Description.of(definition));
        return picture.svg.toString();
    }

    private void document(Drawing drawing, String title, String description) {
        double width = drawing.placement().size().width() + 2 * MARGIN;
        double height = drawing.placement().size().height() + 2 * MARGIN;
        svg.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg").attribute("class", "stepwright");
        svg.attribute("width", width).attribute("height", height);
        svg.attribute("viewBox", "0 0 " + Markup.number(width) + " " + Markup.number(height));
        svg.attribute("role", "graphics-document")
                .attribute("aria-labelledby", "stepwright-title stepwright-desc")
                .line();
        svg.open("title")
                .attribute("id", "stepwright-title")
                .text(title)
                .close("title")
                .line();
        svg.open("desc")
                .attribute("id", "stepwright-desc")
                .text(description)
                .close("desc")
                .line();
        svg.open("style").text("\n").raw(Style.SHEET).close("style").line();
        svg.open("rect").attribute("class", "paper").attribute("width", width).attribute("height", height);
        svg.attribute("rx", RADIUS).close().line();
        draw(drawing, new Point(MARGIN, MARGIN));
        svg.close("svg").line();
    }

    /** Lines are below boxes, and labels above both. */
    private void draw(Drawing drawing, Point at) {
        Placement placement = drawing.placement();
        for (int i = 0; i < drawing.arrows().size(); i++) {
            arrow(drawing, i, at);
        }
        for (int i = 0; i < drawing.figures().size(); i++) {
            Point corner = placement.boxes().get(i);
            figure(drawing.figures().get(i), corner.plus(at.x(), at.y()));
        }
        for (int i = 0; i < drawing.arrows().size(); i++) {
            Point corner = placement.routes().get(i).label();
            label(drawing.arrows().get(i), corner.plus(at.x(), at.y()));
        }
    }

    private void arrow(Drawing drawing, int index, Point at) {
        Arrow arrow = drawing.arrows().get(index);
        Route route = drawing.placement().routes().get(index);
        List<Point> points =
                route.points().stream().map(point -> point.plus(at.x(), at.y())).toList();
        svg.open("g").attribute("class", arrow.isCatch() ? "way catch" : "way");
        String from = drawing.figures().get(arrow.from()).name();
        String to = drawing.figures().get(arrow.to()).name();
        if (!from.isEmpty() && !to.isEmpty()) {
            svg.attribute("data-from", from).attribute("data-to", to);
        }
        tooltip(arrow.tooltip());
        svg.open("path")
                .attribute("class", "line")
                .attribute("d", Outlines.line(points))
                .close();
        svg.open("path")
                .attribute("class", "head")
                .attribute("d", Outlines.head(points))
                .close();
        svg.close("g").line();
    }

    private void label(Arrow arrow, Point at) {
        if (arrow.label().isEmpty()) {
            return;
        }
        Size size = arrow.link().label();
        svg.open("g").attribute("class", "words");
        tooltip(arrow.tooltip());
        svg.open("rect").attribute("class", "halo").attribute("x", at.x()).attribute("y", at.y());
        svg.attribute("width", size.width()).attribute("height", size.height()).close();
        lines(arrow.label(), "label", new Point(at.x() + size.width() / 2, at.y() + 1), Lettering.DETAIL, true);
        svg.close("g").line();
    }

    private void tooltip(String text) {
        if (!text.isEmpty()) {
            svg.open("title").text(text).close("title");
        }
    }

    private void figure(Figure figure, Point at) {
        svg.open("g");
        if (!figure.id().isEmpty()) {
            svg.attribute("id", figure.id());
        }
        svg.attribute(
                "class",
                (figure.kind().isMark() ? "" : "state ") + figure.kind().word().toLowerCase(Locale.ROOT));
        if (!figure.name().isEmpty()) {
            svg.attribute("data-state", figure.name());
        }
        tooltip(figure.wording().tooltip());
        if (figure.kind().isMark()) {
            mark(figure, at);
        } else {
            box(figure, at);
            words(figure, at);
            if (figure.hasRetry()) {
                again(figure, at);
            }
        }
        svg.line();
        panels(figure, at);
        svg.close("g").line();
    }

    private void mark(Figure figure, Point at) {
        double radius = figure.size().width() / 2;
        Point middle = at.plus(radius, radius);
        circle(middle, figure.kind() == Kind.START ? radius : radius - 4.5, "dot");
        if (figure.kind() == Kind.END) {
            circle(middle, radius - 0.8, "ring");
        }
    }

    private void circle(Point middle, double radius, String style) {
        svg.open("circle").attribute("class", style).attribute("cx", middle.x()).attribute("cy", middle.y());
        svg.attribute("r", radius).close();
    }

    private void box(Figure figure, Point at) {
        Size size = figure.size();
        if (figure.kind() == Kind.CHOICE) {
            svg.open("path")
                    .attribute("class", "box")
                    .attribute("d", Outlines.decision(at, size))
                    .close();
            return;
        }
        boolean isEnd = figure.kind() == Kind.SUCCEED || figure.kind() == Kind.FAIL;
        rectangle(at, size, isEnd ? Math.min(20, size.height() / 2) : RADIUS, "box");
    }

    private void rectangle(Point at, Size size, double radius, String style) {
        svg.open("rect").attribute("class", style).attribute("x", at.x()).attribute("y", at.y());
        svg.attribute("width", size.width())
                .attribute("height", size.height())
                .attribute("rx", radius)
                .close();
    }

    /** The sign and what is written beside it, in the middle of the box. */
    private void words(Figure figure, Point at) {
        Wording wording = figure.wording();
        double width = Figure.SIGN + wording.width();
        double left = at.x() + (figure.size().width() - width) / 2;
        double middle = at.y() + figure.header() / 2;
        svg.open("path").attribute("class", "sign").attribute("d", figure.kind().sign());
        svg.attribute("transform", "translate(" + Markup.number(left + 8) + " " + Markup.number(middle) + ")")
                .close();
        Point text = new Point(left + Figure.SIGN, middle - wording.height() / 2);
        lines(wording.title(), "name", text, Lettering.NAME, false);
        double down = wording.title().size() * Lettering.NAME.line();
        lines(wording.detail(), "detail", text.plus(0, down), Lettering.DETAIL, false);
    }

    private void lines(List<String> lines, String style, Point at, Lettering lettering, boolean isCentred) {
        for (int i = 0; i < lines.size(); i++) {
            svg.open("text").attribute("class", style).attribute("x", at.x());
            svg.attribute("y", at.y() + lettering.line() * (i + BASE_LINE));
            if (isCentred) {
                svg.attribute("text-anchor", "middle");
            }
            svg.text(lines.get(i)).close("text");
        }
    }

    /** An arrow that goes round, at the upper right corner. */
    private void again(Figure figure, Point at) {
        Point middle = at.plus(figure.size().width() - 3, 3);
        circle(middle, 8, "halo");
        svg.open("path").attribute("class", "again").attribute("d", "M4.6-2.6A5.3 5.3 0 1 0 5.3 0 M5.2-6V-2.4H1.6");
        svg.attribute("transform", "translate(" + Markup.number(middle.x()) + " " + Markup.number(middle.y()) + ")")
                .close();
    }

    private void panels(Figure figure, Point at) {
        if (figure.panels().isEmpty()) {
            return;
        }
        Placement shelves = figure.shelves();
        double left = (figure.size().width() - shelves.size().width()) / 2;
        for (int i = 0; i < figure.panels().size(); i++) {
            Panel panel = figure.panels().get(i);
            Point corner = shelves.boxes().get(i).plus(at.x() + left, at.y() + figure.header());
            rectangle(corner, panel.size(), RADIUS - 2, "panel");
            if (!panel.caption().isEmpty()) {
                lines(List.of(panel.caption()), "caption", corner.plus(8, 4), Lettering.DETAIL, false);
            }
            double inside =
                    (panel.size().width() - panel.drawing().placement().size().width()) / 2;
            svg.line();
            draw(panel.drawing(), corner.plus(inside, Panel.PADDING + panel.captionHeight()));
        }
    }
}
