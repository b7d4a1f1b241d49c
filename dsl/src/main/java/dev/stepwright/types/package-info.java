/**
 * Types by data flow: what every state of a definition gets and gives, found without running it. {@link
 * dev.stepwright.types.DataFlow} is the way in.
 */
@NullMarked
package dev.stepwright.types;

import org.jspecify.annotations.NullMarked;
