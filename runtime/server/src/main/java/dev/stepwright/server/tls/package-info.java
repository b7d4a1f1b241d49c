/** The certificate and the key of a server, from files of PEM. */
@NullMarked
package dev.stepwright.server.tls;

import org.jspecify.annotations.NullMarked;
