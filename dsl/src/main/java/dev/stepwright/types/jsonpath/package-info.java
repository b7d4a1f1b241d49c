/** What JSONPath paths, payload templates, intrinsic functions and Choice conditions make of data. */
@NullMarked
package dev.stepwright.types.jsonpath;

import org.jspecify.annotations.NullMarked;
