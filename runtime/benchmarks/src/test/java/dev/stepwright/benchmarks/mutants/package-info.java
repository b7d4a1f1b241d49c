@NullMarked
package dev.stepwright.benchmarks.mutants;

import org.jspecify.annotations.NullMarked;
