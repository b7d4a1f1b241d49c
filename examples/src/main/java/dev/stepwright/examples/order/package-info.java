/** An order workflow, written in Java first: typed states, handlers in Java, ASL as the outcome. */
@NullMarked
package dev.stepwright.examples.order;

import org.jspecify.annotations.NullMarked;
