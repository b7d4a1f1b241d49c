@NullMarked
package dev.stepwright.examples.guide;

import org.jspecify.annotations.NullMarked;
