/** What policies in files are made of, and the roles that state machines run under. */
@NullMarked
package dev.stepwright.server.policy;

import org.jspecify.annotations.NullMarked;
