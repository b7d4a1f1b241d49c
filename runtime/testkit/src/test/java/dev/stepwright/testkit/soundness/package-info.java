/** Compares what the analysis of the flow of data says about machines made by chance with what the engine does. */
@NullMarked
package dev.stepwright.testkit.soundness;

import org.jspecify.annotations.NullMarked;
