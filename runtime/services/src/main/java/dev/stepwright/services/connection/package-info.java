/** Connections: how the calls of an API are authorized and what is added to them, as EventBridge has it for HTTP Tasks. */
@NullMarked
package dev.stepwright.services.connection;

import org.jspecify.annotations.NullMarked;
