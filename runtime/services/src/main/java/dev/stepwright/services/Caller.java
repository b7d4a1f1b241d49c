package dev.stepwright.services;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Who makes a call, and which one it is.
 *
 * @param token the same whenever this call is made again, where the service regards that
 * @param credentials instead of those of the client; null for those
 */
record Caller(String token, @Nullable AwsCredentialsProvider credentials) {}
