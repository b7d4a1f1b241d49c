/** The parts of the engine one by one. */
@NullMarked
package dev.stepwright.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
