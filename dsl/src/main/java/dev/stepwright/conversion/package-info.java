/** Turns definitions in JSONPath into JSONata. */
@NullMarked
package dev.stepwright.conversion;

import org.jspecify.annotations.NullMarked;
