@NullMarked
package dev.stepwright.source;

import org.jspecify.annotations.NullMarked;
