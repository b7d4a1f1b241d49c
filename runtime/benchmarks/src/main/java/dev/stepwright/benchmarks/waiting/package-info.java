/** Very many executions that wait: what each costs in heap, and whether timers are on time. */
@NullMarked
package dev.stepwright.benchmarks.waiting;

import org.jspecify.annotations.NullMarked;
