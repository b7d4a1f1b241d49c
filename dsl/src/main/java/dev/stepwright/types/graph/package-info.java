/** The states of a machine as a graph over all its scopes: what comes into each, by which ways, and which are passed on every way. */
@NullMarked
package dev.stepwright.types.graph;

import org.jspecify.annotations.NullMarked;
