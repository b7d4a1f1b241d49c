/** Who runs the workloads, each in a process of its own: our engine, engines that users could take instead, and the limits. */
@NullMarked
package dev.stepwright.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
