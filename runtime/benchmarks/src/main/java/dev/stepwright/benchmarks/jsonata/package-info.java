/** Our JSONata beside dashjoin's and beside plain Java. */
@NullMarked
package dev.stepwright.benchmarks.jsonata;

import org.jspecify.annotations.NullMarked;
