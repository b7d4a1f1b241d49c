/** Histories of executions to what they have done with each state and way. */
@NullMarked
package dev.stepwright.diagram.course;

import org.jspecify.annotations.NullMarked;
