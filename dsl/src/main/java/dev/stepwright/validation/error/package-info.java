/** Rules for errors: retry rules, catch rules, and the names in them. */
@NullMarked
package dev.stepwright.validation.error;

import org.jspecify.annotations.NullMarked;
