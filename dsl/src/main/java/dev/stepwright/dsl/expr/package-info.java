/**
 * Typed expressions: what a state takes from its input, its result, an error or a variable, and what it makes of it. The typed
 * surface is {@link dev.stepwright.dsl.expr.Expr} and its views; below it lies an untyped {@link dev.stepwright.dsl.expr.Tree} that
 * is printed as JSONata or as JSONPath.
 */
@NullMarked
package dev.stepwright.dsl.expr;

import org.jspecify.annotations.NullMarked;
