/** Runs whole engines on one thread, in an order, with times and with faults that follow from a seed. */
@NullMarked
package dev.stepwright.runtime.simulation;

import org.jspecify.annotations.NullMarked;
