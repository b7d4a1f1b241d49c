/** Who may do what: users with their access keys and policies, signatures of calls, sessions of browsers. */
@NullMarked
package dev.stepwright.server.access;

import org.jspecify.annotations.NullMarked;
