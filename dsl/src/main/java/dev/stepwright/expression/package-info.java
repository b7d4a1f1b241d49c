/** The syntax of what definitions have in strings: paths, intrinsic functions, payload templates, marks of JSONata. Parses to trees with offsets; never evaluates. */
@NullMarked
package dev.stepwright.expression;

import org.jspecify.annotations.NullMarked;
