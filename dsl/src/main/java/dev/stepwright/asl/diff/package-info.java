/** What is different between two definitions, in the words of ASL: states, fields, rules and transitions. */
@NullMarked
package dev.stepwright.asl.diff;

import org.jspecify.annotations.NullMarked;
