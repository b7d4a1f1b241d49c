/** What services answer: the shapes of the results of their integrations, as a table, and whether a made-up result can be one. */
@NullMarked
package dev.stepwright.types.service;

import org.jspecify.annotations.NullMarked;
