/** Rules for the texts of JSONPath states: paths, payload templates and intrinsic functions. */
@NullMarked
package dev.stepwright.validation.path;

import org.jspecify.annotations.NullMarked;
