/** A loan workflow, written in ASL first: {@code src/main/asl/loan.asl.json}, from which the types here are generated. */
@NullMarked
package dev.stepwright.examples.loan;

import org.jspecify.annotations.NullMarked;
