/** Changes to a definition, state by state, that keep its ways together, and its text as it was written. */
@NullMarked
package dev.stepwright.asl.edit;

import org.jspecify.annotations.NullMarked;
