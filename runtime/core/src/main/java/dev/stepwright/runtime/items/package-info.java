/** Items of a Map that are read from a file: CSV, JSON, JSON Lines, or a list of objects. Pure functions over text. */
@NullMarked
package dev.stepwright.runtime.items;

import org.jspecify.annotations.NullMarked;
