/** The way from a definition to its plan, and all the reasons why there is none. Looks at everything once, so that nobody has to at run time. */
@NullMarked
package dev.stepwright.runtime.planning;

import org.jspecify.annotations.NullMarked;
