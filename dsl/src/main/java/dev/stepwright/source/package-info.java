/**
 * A definition as Java: the source of a class that makes the same machine with the DSL. The way back of
 * {@code dev.stepwright.dsl}, which this package names but does not use.
 */
@NullMarked
package dev.stepwright.source;

import org.jspecify.annotations.NullMarked;
