/** Elements, attributes and texts, escaped, and style sheets. */
@NullMarked
package dev.stepwright.diagram.markup;

import org.jspecify.annotations.NullMarked;
