/** Compiled expressions: one small closure per kind of expression. Immutable; run by any thread. */
@NullMarked
package dev.stepwright.jsonata.code;

import org.jspecify.annotations.NullMarked;
