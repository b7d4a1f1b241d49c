/** The server put together: endpoint, control plane and engine. */
@NullMarked
package dev.stepwright.server;

import org.jspecify.annotations.NullMarked;
