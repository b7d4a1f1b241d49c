/** Paths, expressions and templates, compiled once and evaluated over the values of a state. Pure: no clock, no chance, no I/O. */
@NullMarked
package dev.stepwright.runtime.evaluate;

import org.jspecify.annotations.NullMarked;
