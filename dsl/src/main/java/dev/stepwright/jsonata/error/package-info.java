/** The errors of JSONata: codes, texts and places. Knows nothing about the language. */
@NullMarked
package dev.stepwright.jsonata.error;

import org.jspecify.annotations.NullMarked;
