/** What stores in SQL databases have in common: the rows that they read, whichever database it is. For stores, not for services. */
@NullMarked
package dev.stepwright.runtime.store.sql;

import org.jspecify.annotations.NullMarked;
