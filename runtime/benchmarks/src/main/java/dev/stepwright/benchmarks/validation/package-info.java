/** How long validation takes: what people published, what is larger than anybody writes, and how it grows with the size. */
@NullMarked
package dev.stepwright.benchmarks.validation;

import org.jspecify.annotations.NullMarked;
