@NullMarked
package dev.stepwright.types;

import org.jspecify.annotations.NullMarked;
