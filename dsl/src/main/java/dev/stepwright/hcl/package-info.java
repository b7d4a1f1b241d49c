/** The syntax of HCL, in which Terraform is written: blocks, attributes and expressions with their places; parses, never evaluates. */
@NullMarked
package dev.stepwright.hcl;

import org.jspecify.annotations.NullMarked;
