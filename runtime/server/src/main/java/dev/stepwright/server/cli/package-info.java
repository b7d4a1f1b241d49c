/** The command line: one class per command. */
@NullMarked
package dev.stepwright.server.cli;

import org.jspecify.annotations.NullMarked;
