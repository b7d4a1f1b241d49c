/**
 * The flow of data through a machine: a graph of all its states in all scopes, what each kind of state makes of its input,
 * and the fixpoint over both.
 */
@NullMarked
package dev.stepwright.types.flow;

import org.jspecify.annotations.NullMarked;
