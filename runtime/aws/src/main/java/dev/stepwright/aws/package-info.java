/** Typed executions on AWS Step Functions, or on any server that answers as it does, through the AWS SDK. */
@NullMarked
package dev.stepwright.aws;

import org.jspecify.annotations.NullMarked;
