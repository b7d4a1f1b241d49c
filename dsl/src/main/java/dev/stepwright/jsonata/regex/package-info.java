/** Regular expressions of ECMAScript on a linear-time engine. */
@NullMarked
package dev.stepwright.jsonata.regex;

import org.jspecify.annotations.NullMarked;
