/** What JSONata expressions give, found without evaluating them. Knows values and syntax, nothing about states. */
@NullMarked
package dev.stepwright.types.jsonata;

import org.jspecify.annotations.NullMarked;
