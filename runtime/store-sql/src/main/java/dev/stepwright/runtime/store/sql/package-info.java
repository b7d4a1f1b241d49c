/** What stores in SQL databases have in common: the rows of executions, how they are read and what of them a commit writes. For stores, not for services. */
@NullMarked
package dev.stepwright.runtime.store.sql;

import org.jspecify.annotations.NullMarked;
