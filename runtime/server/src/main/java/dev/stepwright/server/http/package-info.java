/** Bytes to operations and back: the AWS JSON 1.0 protocol over an HTTP server behind an interface of our own. */
@NullMarked
package dev.stepwright.server.http;

import org.jspecify.annotations.NullMarked;
