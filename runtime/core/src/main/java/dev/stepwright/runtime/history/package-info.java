/** What happened in an execution: an append-only list of events, and its projection to the history that AWS shows. */
@NullMarked
package dev.stepwright.runtime.history;

import org.jspecify.annotations.NullMarked;
