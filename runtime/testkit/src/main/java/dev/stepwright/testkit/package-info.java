/** What tests of workflows need: stubs that answer in place of tasks. */
@NullMarked
package dev.stepwright.testkit;

import org.jspecify.annotations.NullMarked;
