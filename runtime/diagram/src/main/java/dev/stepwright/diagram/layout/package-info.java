/**
 * Boxes and the ways between them to places, in layers from top to bottom; knows nothing of state machines. In the order of the
 * work: {@link dev.stepwright.diagram.layout.Ranks} (with {@link dev.stepwright.diagram.layout.Rows}), {@link dev.stepwright.diagram.layout.Layers},
 * {@link dev.stepwright.diagram.layout.Ordering}, {@link dev.stepwright.diagram.layout.Columns},
 * {@link dev.stepwright.diagram.layout.Ports}, {@link dev.stepwright.diagram.layout.Channel}.
 */
@NullMarked
package dev.stepwright.diagram.layout;

import org.jspecify.annotations.NullMarked;
