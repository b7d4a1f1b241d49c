/** Definitions, and what happened in them, to figures with their sizes and then to SVG. */
@NullMarked
package dev.stepwright.diagram.picture;

import org.jspecify.annotations.NullMarked;
