/** SPI: where executions are kept. One batch for each activation; the in-memory store is the default. */
@NullMarked
package dev.stepwright.runtime.store;

import org.jspecify.annotations.NullMarked;
