/** What holds for the whole module. */
@NullMarked
package dev.stepwright;

import org.jspecify.annotations.NullMarked;
