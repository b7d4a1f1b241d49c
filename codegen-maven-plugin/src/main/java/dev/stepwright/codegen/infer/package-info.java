/** The types that a definition tells of its own data where no schema does. */
@NullMarked
package dev.stepwright.codegen.infer;

import org.jspecify.annotations.NullMarked;
