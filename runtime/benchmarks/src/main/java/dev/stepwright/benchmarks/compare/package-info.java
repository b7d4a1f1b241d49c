/** Runs all peers on one machine, one after the other, and tells how they compare. */
@NullMarked
package dev.stepwright.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
