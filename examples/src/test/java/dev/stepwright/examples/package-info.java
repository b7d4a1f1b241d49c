/** Every example runs, and every snippet of the documentation is one of them. */
@NullMarked
package dev.stepwright.examples;

import org.jspecify.annotations.NullMarked;
