/** What a browser is shown: machines and executions, to look at and to act on. */
@NullMarked
package dev.stepwright.server.page;

import org.jspecify.annotations.NullMarked;
