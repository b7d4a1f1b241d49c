/** Plans: definitions compiled once, with every path, template and expression resolved and every target found. Immutable. */
@NullMarked
package dev.stepwright.runtime.plan;

import org.jspecify.annotations.NullMarked;
