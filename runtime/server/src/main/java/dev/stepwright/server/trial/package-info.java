/** TestState: one state tried on its own, with what stands for its work, and what came of the data on its way. */
@NullMarked
package dev.stepwright.server.trial;

import org.jspecify.annotations.NullMarked;
