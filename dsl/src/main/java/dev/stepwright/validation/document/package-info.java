/** Rules for the document and its structure: objects, names, fields and the types of their values. */
@NullMarked
package dev.stepwright.validation.document;

import org.jspecify.annotations.NullMarked;
