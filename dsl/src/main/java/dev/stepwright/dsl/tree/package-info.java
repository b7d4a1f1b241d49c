/**
 * Expressions without their compile-time types: a {@link dev.stepwright.dsl.tree.Tree}, what puts it together, and what it is as JSONata
 * and as JSONPath. For what makes and prints expressions, generated code among it; who writes machines needs none of it.
 */
@NullMarked
package dev.stepwright.dsl.tree;

import org.jspecify.annotations.NullMarked;
