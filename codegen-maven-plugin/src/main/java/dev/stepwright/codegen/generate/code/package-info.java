/** Java names, types and files: what all generated source is written with. */
@NullMarked
package dev.stepwright.codegen.generate.code;

import org.jspecify.annotations.NullMarked;
