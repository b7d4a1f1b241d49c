/** Tests of workflows, as docs/testing.md shows them. */
@NullMarked
package dev.stepwright.examples.testing;

import org.jspecify.annotations.NullMarked;
