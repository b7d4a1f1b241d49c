/** What the analysis reports and remembers while it looks at states. */
@NullMarked
package dev.stepwright.types.report;

import org.jspecify.annotations.NullMarked;
