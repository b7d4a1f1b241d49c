/** JSON Schemas as the shapes that Java types are made of: which file, which place in it, what it allows. Knows neither Java nor Maven. */
@NullMarked
package dev.stepwright.codegen.schema;

import org.jspecify.annotations.NullMarked;
