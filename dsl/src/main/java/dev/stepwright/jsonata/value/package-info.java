/** What an evaluation works with: sequences, functions, numbers and truth as JSONata sees them, and the bounds that are watched. */
@NullMarked
package dev.stepwright.jsonata.value;

import org.jspecify.annotations.NullMarked;
