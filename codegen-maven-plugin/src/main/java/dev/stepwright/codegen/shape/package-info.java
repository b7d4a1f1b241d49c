/** The shapes that Java types are made of: what a schema allows, read from it and all that it is joined with. Knows neither Java nor Maven. */
@NullMarked
package dev.stepwright.codegen.shape;

import org.jspecify.annotations.NullMarked;
