/** Numbers and dates by picture strings, as XPath 3.1 describes them. */
@NullMarked
package dev.stepwright.jsonata.picture;

import org.jspecify.annotations.NullMarked;
