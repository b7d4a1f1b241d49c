/** Executions as pages: the picture, what went wrong, each state and each event. */
@NullMarked
package dev.stepwright.diagram.report;

import org.jspecify.annotations.NullMarked;
