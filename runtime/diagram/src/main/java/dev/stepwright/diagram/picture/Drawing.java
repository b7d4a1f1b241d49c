package dev.stepwright.diagram.picture;

import dev.stepwright.diagram.layout.Placement;
import java.util.List;

/** A machine, or one within another, with the place of each figure and arrow. */
record Drawing(List<Figure> figures, List<Arrow> arrows, Placement placement) {}
