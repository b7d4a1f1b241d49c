/** Rules for variables: who assigns them, and who can read them. */
@NullMarked
package dev.stepwright.validation.variable;

import org.jspecify.annotations.NullMarked;
