/** What services answer: the shapes of the results of well-known integrations, as a table. */
@NullMarked
package dev.stepwright.types.service;

import org.jspecify.annotations.NullMarked;
