package dev.stepwright.diagram.picture;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.layout.Placement;
import dev.stepwright.diagram.layout.Point;
import dev.stepwright.diagram.layout.Route;
import dev.stepwright.diagram.layout.Size;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.diagram.markup.StyleSheet;
import java.util.List;

/** Draws a definition as SVG. */
public final class SvgPicture {
    private static final double MARGIN = 20;
    private static final String SHEET = StyleSheet.of(SvgPicture.class);

    private final Markup svg = new Markup();
    private final Pen pen = new Pen(svg);
    private final FigurePainter painter;

    private SvgPicture(StateLinks links) {
        painter = new FigurePainter(pen, this::draw, links);
    }

    /**
     * Returns a whole SVG document.
     *
     * @param title what the picture is called, for screen readers and tooltips
     */
    public static String of(StateMachineDefinition definition, Lens lens, String title) {
        return of(definition, lens, title, StateLinks.NONE);
    }

    /**
     * Returns a whole SVG document in which each state that the lens has seen entered may be a link.
     *
     * @param title what the picture is called, for screen readers and tooltips
     */
    public static String of(StateMachineDefinition definition, Lens lens, String title, StateLinks links) {
        SvgPicture picture = new SvgPicture(links);
        Drawing drawing = Sketch.of(definition, lens);
        Legend legend = Legend.of(drawing);
        Size inner = drawing.placement().size();
        double width = Math.max(inner.width(), legend.size().width());
        Size size = new Size(width + 2 * MARGIN, inner.height() + legend.size().height() + 2 * MARGIN);
        picture.open(size, lens);
        picture.say(title, Description.of(definition, lens));
        picture.paper(size);
        picture.draw(drawing, new Point(MARGIN + (width - inner.width()) / 2, MARGIN));
        picture.draw(legend, new Point(MARGIN, MARGIN + inner.height()));
        picture.svg.close("svg").line();
        return picture.svg.toString();
    }

    private void open(Size size, Lens lens) {
        svg.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
        svg.attribute("class", lens.isPlain() ? "stepwright" : "stepwright course");
        svg.attribute("width", size.width()).attribute("height", size.height());
        svg.attribute("viewBox", "0 0 " + Markup.number(size.width()) + " " + Markup.number(size.height()));
        svg.attribute("role", "graphics-document");
        svg.attribute("aria-labelledby", "stepwright-title stepwright-desc").line();
    }

    private void paper(Size size) {
        svg.open("style").text("\n").raw(SHEET).close("style").line();
        pen.rectangle(new Point(0, 0), size, 7, "paper");
        svg.line();
    }

    private void say(String title, String description) {
        svg.open("title").attribute("id", "stepwright-title").text(title).close("title");
        svg.line();
        svg.open("desc").attribute("id", "stepwright-desc").text(description).close("desc");
        svg.line();
    }

    /** Lines are below boxes, and labels above both. */
    private void draw(Drawing drawing, Point at) {
        Placement placement = drawing.placement();
        drawing.arrowsByImportance().forEach(i -> arrow(drawing, i, at));
        for (int i = 0; i < drawing.figures().size(); i++) {
            painter.draw(drawing.figures().get(i), placement.boxes().get(i).plus(at.x(), at.y()));
        }
        for (int i = 0; i < drawing.arrows().size(); i++) {
            label(drawing.arrows().get(i), placement.routes().get(i).label().plus(at.x(), at.y()));
        }
    }

    private void arrow(Drawing drawing, int index, Point at) {
        Arrow arrow = drawing.arrows().get(index);
        Route route = drawing.placement().routes().get(index);
        List<Point> points =
                route.points().stream().map(point -> point.plus(at.x(), at.y())).toList();
        Figure from = drawing.figures().get(arrow.from());
        Figure to = drawing.figures().get(arrow.to());
        svg.open("g")
                .attribute(
                        "class",
                        (arrow.isCatch() ? "way catch" : "way") + arrow.trail().style());
        if (!from.kind().isMark()) {
            svg.attribute("data-from", from.name());
        }
        if (!to.kind().isMark()) {
            svg.attribute("data-to", to.name());
        }
        pen.tooltip(arrow.tooltip());
        pen.path(Outlines.line(points), "line");
        pen.path(Outlines.head(points), "head");
        svg.close("g").line();
    }

    private void label(Arrow arrow, Point at) {
        if (!arrow.label().isEmpty()) {
            Size size = arrow.link().label();
            svg.open("g");
            pen.tooltip(arrow.tooltip());
            pen.rectangle(at, size, 2, "halo");
            pen.centred(arrow.label(), at.plus(size.width() / 2, 1), Lettering.DETAIL, "label");
            svg.close("g").line();
        }
    }

    /** The marks that are in the picture, and what they say. */
    private void draw(Legend legend, Point at) {
        for (Legend.Entry entry : legend.entries()) {
            Point middle = at.plus(entry.left() + 9, legend.size().height() - 12);
            svg.open("g").attribute("class", "legend " + entry.mark().style());
            pen.mark(entry.mark(), middle);
            pen.lines(List.of(entry.mark().words()), middle.plus(15, -7), Lettering.DETAIL, "label");
            svg.close("g").line();
        }
    }
}
