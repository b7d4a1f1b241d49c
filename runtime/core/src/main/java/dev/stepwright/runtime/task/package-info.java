/** SPI: who does the work of Task states. Handlers are plain functions; under them a task runner starts work without blocking. */
@NullMarked
package dev.stepwright.runtime.task;

import org.jspecify.annotations.NullMarked;
