/** The syntax of JSONata: text to an immutable tree with places, and back. Evaluates nothing. */
@NullMarked
package dev.stepwright.jsonata.syntax;

import org.jspecify.annotations.NullMarked;
