/** The typed surface: what compiles, what it becomes, and what is refused. */
@NullMarked
package dev.stepwright.dsl;

import org.jspecify.annotations.NullMarked;
