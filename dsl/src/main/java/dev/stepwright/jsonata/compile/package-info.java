/** The way from the tree to compiled code: paths made flat, parents found, variables given places. */
@NullMarked
package dev.stepwright.jsonata.compile;

import org.jspecify.annotations.NullMarked;
