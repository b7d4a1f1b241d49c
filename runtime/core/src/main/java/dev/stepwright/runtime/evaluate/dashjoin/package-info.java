/** JSONata through the dashjoin library. Nothing of the library is seen outside; another engine can take its place. */
@NullMarked
package dev.stepwright.runtime.evaluate.dashjoin;

import org.jspecify.annotations.NullMarked;
