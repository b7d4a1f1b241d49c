/** Programs to run and to copy from. */
@NullMarked
package dev.stepwright.examples;

import org.jspecify.annotations.NullMarked;
