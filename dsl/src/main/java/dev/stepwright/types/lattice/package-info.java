/**
 * What is known about a JSON value before anything runs: which kinds it can have, which fields an object surely, possibly
 * or never has, and which parts come from outside the definition. Knows JSON and paths, nothing about states.
 */
@NullMarked
package dev.stepwright.types.lattice;

import org.jspecify.annotations.NullMarked;
