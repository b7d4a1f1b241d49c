/** Rules for the expressions of JSONata states. */
@NullMarked
package dev.stepwright.validation.jsonata;

import org.jspecify.annotations.NullMarked;
