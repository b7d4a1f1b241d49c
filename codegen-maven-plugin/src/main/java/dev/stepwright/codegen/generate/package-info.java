/** All Java source of one source directory; here what belongs to a machine. Knows nothing of Maven. */
@NullMarked
package dev.stepwright.codegen.generate;

import org.jspecify.annotations.NullMarked;
