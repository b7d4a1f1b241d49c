/** What stores write for batches and executions: versioned bytes, sealed with a checksum. */
@NullMarked
package dev.stepwright.runtime.store.form;

import org.jspecify.annotations.NullMarked;
