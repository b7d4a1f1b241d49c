/** How expressions are printed in both query languages. */
@NullMarked
package dev.stepwright.dsl.expr;

import org.jspecify.annotations.NullMarked;
