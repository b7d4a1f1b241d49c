/**
 * The JSONata language, usable alone: {@link dev.stepwright.jsonata.Jsonata#parse} gives a compiled expression that any thread
 * evaluates over Jackson values.
 */
@NullMarked
package dev.stepwright.jsonata;

import org.jspecify.annotations.NullMarked;
