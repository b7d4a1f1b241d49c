@NullMarked
package dev.stepwright.examples.patterns;

import org.jspecify.annotations.NullMarked;
