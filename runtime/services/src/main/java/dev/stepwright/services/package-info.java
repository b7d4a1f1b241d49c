/**
 * Task states that call AWS services, or what speaks their protocols: one translation between JSON and the requests and answers of the
 * AWS SDK, which describe themselves, serves every service whose client the user brings.
 */
@NullMarked
package dev.stepwright.services;

import org.jspecify.annotations.NullMarked;
