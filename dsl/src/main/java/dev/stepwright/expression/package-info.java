/** The syntax of JSONPath states: paths, intrinsic functions and payload templates. Parses to trees with offsets; never evaluates. */
@NullMarked
package dev.stepwright.expression;

import org.jspecify.annotations.NullMarked;
