/** State machines and their executions as SVG pictures. */
@NullMarked
package dev.stepwright.diagram;

import org.jspecify.annotations.NullMarked;
