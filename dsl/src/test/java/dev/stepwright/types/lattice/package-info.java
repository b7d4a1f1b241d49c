@NullMarked
package dev.stepwright.types.lattice;

import org.jspecify.annotations.NullMarked;
