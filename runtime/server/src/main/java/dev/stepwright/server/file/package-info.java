/** Files that may change while the server runs. */
@NullMarked
package dev.stepwright.server.file;

import org.jspecify.annotations.NullMarked;
