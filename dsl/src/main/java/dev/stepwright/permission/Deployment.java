package dev.stepwright.permission;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.Placeholders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a state machine runs: what stands in ARNs whose definition does not tell it. Each part may be {@code *}, which any is, or a placeholder
 * such as {@code ${AWS::Region}}.
 *
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}; with {@code aws} a definition whose tasks are in another one is there
 * @param region such as {@code eu-west-1}
 * @param account of twelve digits
 * @param machine the name of the state machine itself, whose ARN a distributed Map and an HTTP task need
 */
public record Deployment(String partition, String region, String account, String machine) {
    /** AWS adds regions: {@code us-gov-west-1}, {@code eusc-de-east-1}, {@code ap-southeast-7}. */
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+|\\*|" + Literal.PART);

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}|\\*|" + Literal.PART);

    /** Any region, account and name in the partition {@code aws}. */
    public static final Deployment ANYWHERE = new Deployment("aws", "*", "*", "*");

    /** AWS: what CreateStateMachine takes. */
    private static final Pattern NAME = Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

    /** Returns where a call is made of which nobody knows region, account and machine: any of them may be the right one. */
    public static Deployment somewhere(String partition) {
        String any = String.valueOf(Literal.PART);
        return new Deployment(partition, any, any, any);
    }

    /** @throws IllegalArgumentException if a part is empty or has a colon outside of a placeholder, or the region or the account is none */
    public Deployment {
        for (String part : List.of(partition, region, account, machine)) {
            if (part.isBlank() || Placeholders.masked(part).indexOf(':') >= 0) {
                throw new IllegalArgumentException(
                        "\"" + part
                                + "\" is no part of an ARN; give it without colons, or * for any, or a placeholder such as ${AWS::Region}");
            }
        }
        if (!REGION.matcher(region).matches() && !Placeholders.areIn(region)) {
            throw new IllegalArgumentException("a region must have a name such as eu-west-1, found \"" + region
                    + "\"; give * for any, or a placeholder such as ${AWS::Region}");
        }
        if (!ACCOUNT.matcher(account).matches() && !Placeholders.areIn(account)) {
            throw new IllegalArgumentException("an account id must have twelve digits, found \"" + account
                    + "\"; give * for any, or a placeholder such as ${AWS::AccountId}");
        }
    }

    /** Returns the same for the machine that is called as its file, if it can be called so; else its name is not known. */
    public Deployment ofFile(String name) {
        return new Deployment(partition, region, account, NAME.matcher(name).matches() ? name : "*");
    }

    /** Returns the values of pseudo parameters that are known here, by their names, such as {@code AWS::Region}. */
    public Map<String, String> pseudoParameters() {
        Map<String, String> known = new HashMap<>();
        known.put("AWS::Partition", partition);
        known.put("AWS::Region", region);
        known.put("AWS::AccountId", account);
        known.values().removeIf(value -> value.equals("*") || Placeholders.areIn(value));
        return known;
    }

    /** Returns the same in the partition that the resources of tasks are in, if only the default is known. */
    Deployment ofTasks(StateMachineDefinition definition) {
        return definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .flatMap(state -> state instanceof TaskState task ? task.resource().stream() : Stream.empty())
                .flatMap(resource -> Arn.of(resource).stream())
                .map(Arn::partition)
                .filter(other -> partition.equals(ANYWHERE.partition) && other.startsWith("aws-"))
                .findFirst()
                .map(other -> new Deployment(other, region, account, machine))
                .orElse(this);
    }

    /** Returns the ARN of a resource here. */
    String arn(String service, String resource) {
        return Arn.shortened(String.join(":", "arn", partition, service, region, account, resource));
    }

    /** Returns the ARN of a resource that is in no region. */
    String globalArn(String service, String resource) {
        return String.join(":", "arn", partition, service, "", account, resource);
    }

    /** Returns the ARN of an S3 bucket, or of objects in it: {@code bucket/key}. */
    String bucketArn(String path) {
        return Arn.shortened("arn:" + partition + ":s3:::" + path);
    }

    /** Returns the ARN of the state machine itself. */
    String machineArn() {
        return arn("states", "stateMachine:" + machine);
    }

    boolean isMachineKnown() {
        return !machine.equals("*");
    }
}
