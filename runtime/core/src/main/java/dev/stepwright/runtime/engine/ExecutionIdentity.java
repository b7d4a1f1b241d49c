package dev.stepwright.runtime.engine;

import java.time.Instant;

/**
 * What names an execution; the context object shows it.
 *
 * @param arn the ARN of the execution
 * @param name unique among the executions of its machine
 * @param roleArn the role of the machine
 */
public record ExecutionIdentity(
        String arn, String name, String machineArn, String machineName, String roleArn, Instant startTime) {}
