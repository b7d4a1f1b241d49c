/** Values in files of users and roles, and the roles that state machines run under. */
@NullMarked
package dev.stepwright.server.policy;

import org.jspecify.annotations.NullMarked;
