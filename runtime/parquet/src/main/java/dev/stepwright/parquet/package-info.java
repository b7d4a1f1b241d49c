/** Items of a Map in files of Parquet, and in files compressed with Zstandard. Found by the engine where it is on the class path. */
@NullMarked
package dev.stepwright.parquet;

import org.jspecify.annotations.NullMarked;
