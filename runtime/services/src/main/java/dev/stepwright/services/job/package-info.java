/** Tasks that start a job and wait for its end, for the packages around this one; whoever runs machines has no use for it. */
@NullMarked
package dev.stepwright.services.job;

import org.jspecify.annotations.NullMarked;
