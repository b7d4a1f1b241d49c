/** Rules for Map states, with their readers, batchers and writers. */
@NullMarked
package dev.stepwright.validation.map;

import org.jspecify.annotations.NullMarked;
