/** What is measured, and the one program that measures it. */
@NullMarked
package dev.stepwright.benchmarks;

import org.jspecify.annotations.NullMarked;
