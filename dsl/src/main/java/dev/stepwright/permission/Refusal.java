package dev.stepwright.permission;

/**
 * What a call needs and policies do not allow.
 *
 * @param action such as {@code sqs:SendMessage}
 * @param resource its ARN, with the values of the call as they are
 * @param why in the words of AWS
 */
public record Refusal(String action, String resource, String why) {}
