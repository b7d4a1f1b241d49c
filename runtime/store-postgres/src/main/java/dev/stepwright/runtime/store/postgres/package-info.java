/** The durable store for several machines: a PostgreSQL schema, one owner that writes, others that stand by. */
@NullMarked
package dev.stepwright.runtime.store.postgres;

import org.jspecify.annotations.NullMarked;
