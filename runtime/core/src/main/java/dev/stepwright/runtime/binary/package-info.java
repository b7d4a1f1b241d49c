/** Values as bytes: what stored forms are made of. Lossless, and compact where a value occurs more than once. */
@NullMarked
package dev.stepwright.runtime.binary;

import org.jspecify.annotations.NullMarked;
