/** Paths, compiled to walks and searches over JSON values. */
@NullMarked
package dev.stepwright.runtime.evaluate.path;

import org.jspecify.annotations.NullMarked;
