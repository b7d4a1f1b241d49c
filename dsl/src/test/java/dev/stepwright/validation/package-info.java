@NullMarked
package dev.stepwright.validation;

import org.jspecify.annotations.NullMarked;
