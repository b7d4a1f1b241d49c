/** Changes to a definition, state by state, that keep its ways together. */
@NullMarked
package dev.stepwright.asl.edit;

import org.jspecify.annotations.NullMarked;
