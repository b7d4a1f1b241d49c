/** The program on the first page. */
@NullMarked
package dev.stepwright.examples.quickstart;

import org.jspecify.annotations.NullMarked;
