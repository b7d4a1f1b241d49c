/** Definitions and schemas as Java source text. Knows nothing about Maven or about where files stand. */
@NullMarked
package dev.stepwright.codegen.generate;

import org.jspecify.annotations.NullMarked;
