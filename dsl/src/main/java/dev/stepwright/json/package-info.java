/** JSON and YAML text with line and column of every value, its printing, and its mapping to Java values. Knows nothing about ASL. */
@NullMarked
package dev.stepwright.json;

import org.jspecify.annotations.NullMarked;
