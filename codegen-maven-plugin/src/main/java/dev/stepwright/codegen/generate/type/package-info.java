/** A shape to the source of its Java type: record, enum, sealed interface, and the paths of a record. */
@NullMarked
package dev.stepwright.codegen.generate.type;

import org.jspecify.annotations.NullMarked;
