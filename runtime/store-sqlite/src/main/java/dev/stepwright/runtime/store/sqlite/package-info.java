/** The embedded durable store: one SQLite file, one writer, many executions in one commit. */
@NullMarked
package dev.stepwright.runtime.store.sqlite;

import org.jspecify.annotations.NullMarked;
