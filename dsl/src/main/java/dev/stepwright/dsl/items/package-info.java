/** Where the items of a distributed Map state come from, how they are put together, and where its results go. */
@NullMarked
package dev.stepwright.dsl.items;

import org.jspecify.annotations.NullMarked;
