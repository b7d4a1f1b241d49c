/**
 * Typed expressions: what a state takes from its input, its result, an error or a variable, and what it makes of it: {@link
 * dev.stepwright.dsl.expr.Expr} and its views, with the operators that suit a type.
 */
@NullMarked
package dev.stepwright.dsl.expr;

import org.jspecify.annotations.NullMarked;
