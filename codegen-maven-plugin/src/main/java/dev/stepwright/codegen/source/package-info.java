/** The files of a build: which are read, what is wrong with them, what is written and what is removed. */
@NullMarked
package dev.stepwright.codegen.source;

import org.jspecify.annotations.NullMarked;
