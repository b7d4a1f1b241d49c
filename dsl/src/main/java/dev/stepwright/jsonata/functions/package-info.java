/** The functions that every JSONata expression can call, one class per family. */
@NullMarked
package dev.stepwright.jsonata.functions;

import org.jspecify.annotations.NullMarked;
