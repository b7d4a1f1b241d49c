/** The goals of the plugin: their parameters, and nothing else. */
@NullMarked
package dev.stepwright.codegen.mojo;

import org.jspecify.annotations.NullMarked;
