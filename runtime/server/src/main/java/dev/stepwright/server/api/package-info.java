/** The operations of the Step Functions API as records, one to one with the AWS names, and the checks that AWS makes on their members. */
@NullMarked
package dev.stepwright.server.api;

import org.jspecify.annotations.NullMarked;
