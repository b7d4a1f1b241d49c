/**
 * Checks a definition before it runs: every finding with its rule, place and remedy. This package is the way in; within it, each
 * package has the rules for one thing, one class a rule, named for the fault it finds, none known outside. {@code machine} takes a
 * document apart for them, {@code rule} says what a rule is.
 */
@NullMarked
package dev.stepwright.validation;

import org.jspecify.annotations.NullMarked;
