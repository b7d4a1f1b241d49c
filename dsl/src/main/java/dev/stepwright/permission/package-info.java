/** What the role of a state machine needs: a definition to the actions of AWS, the resources and the policies. */
@NullMarked
package dev.stepwright.permission;

import org.jspecify.annotations.NullMarked;
