/** What the DSL costs: the compiler's time for long chains, and the time to make a machine. */
@NullMarked
package dev.stepwright.benchmarks.dsl;

import org.jspecify.annotations.NullMarked;
