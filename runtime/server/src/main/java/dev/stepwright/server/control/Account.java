package dev.stepwright.server.control;

import dev.stepwright.permission.Deployment;

/**
 * The account and region whose service this server stands for.
 *
 * @param id twelve digits
 * @param region for example {@code us-east-1}
 */
public record Account(String id, String region) {
    public Account {
        if (!id.matches("\\d{12}")) {
            throw new IllegalArgumentException("an account id must have twelve digits, found \"" + id + "\"");
        }
        if (!region.matches("[a-z]{2,}(-[a-z]+)+-\\d+")) {
            throw new IllegalArgumentException("a region must be a name such as us-east-1, found \"" + region + "\"");
        }
    }

    String stateMachine(String name) {
        return arn("stateMachine:" + name);
    }

    String activity(String name) {
        return arn("activity:" + name);
    }

    /** Returns where calls are made that are of no state machine. */
    Deployment place() {
        return new Deployment(partition(), region, id, Deployment.ANYWHERE.machine());
    }

    /** Returns the ARN of a user of IAM. */
    public String user(String name) {
        return "arn:" + partition() + ":iam::" + id + ":user/" + name;
    }

    private String arn(String resource) {
        return prefix() + resource;
    }

    /** Returns what ARNs of Step Functions begin with, up to the resource. */
    String prefix() {
        return "arn:" + partition() + ":states:" + region + ":" + id + ":";
    }

    String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
