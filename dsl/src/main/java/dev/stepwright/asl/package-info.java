/**
 * The ASL document as typed views over its own JSON: nothing is lost, nothing is invented. A view of a broken document
 * answers with what is there; judging it is the work of {@code dev.stepwright.validation}.
 */
@NullMarked
package dev.stepwright.asl;

import org.jspecify.annotations.NullMarked;
