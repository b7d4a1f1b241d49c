/** The workloads w1 to w6: what is run, and how the result is checked before anything is measured. */
@NullMarked
package dev.stepwright.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
