/** JSON Schemas in files: which file, which place in it, what a reference means, what does not fit. Knows neither Java nor Maven. */
@NullMarked
package dev.stepwright.codegen.schema;

import org.jspecify.annotations.NullMarked;
