/** How many misspelt paths the validator finds. */
@NullMarked
package dev.stepwright.benchmarks.mutants;

import org.jspecify.annotations.NullMarked;
