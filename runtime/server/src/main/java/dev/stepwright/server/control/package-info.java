/** The control plane: state machines with their revisions, versions and aliases, executions, activities, tags; and the operations on them. */
@NullMarked
package dev.stepwright.server.control;

import org.jspecify.annotations.NullMarked;
