/** The log of executions: who is told of their events, and of which. */
@NullMarked
package dev.stepwright.runtime.log;

import org.jspecify.annotations.NullMarked;
