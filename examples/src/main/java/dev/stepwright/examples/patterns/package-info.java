/** One way to write what most workflows are made of; each file is one pattern, and a test runs it in both query languages. */
@NullMarked
package dev.stepwright.examples.patterns;

import org.jspecify.annotations.NullMarked;
