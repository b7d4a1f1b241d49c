/** What can be said about an expression without evaluating it. */
@NullMarked
package dev.stepwright.jsonata.analysis;

import org.jspecify.annotations.NullMarked;
