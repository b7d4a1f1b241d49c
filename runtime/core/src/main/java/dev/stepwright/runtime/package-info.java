/** The engine as a library: register a state machine, start executions, await their outcomes. */
@NullMarked
package dev.stepwright.runtime;

import org.jspecify.annotations.NullMarked;
