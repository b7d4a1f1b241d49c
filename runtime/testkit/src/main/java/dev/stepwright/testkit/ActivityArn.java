package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ARN of an activity that a definition names. */
record ActivityArn(String region, String account, String name) {
    /** Where a machine without activities runs. */
    static final ActivityArn ANYWHERE = new ActivityArn("us-east-1", "123456789012", "none");

    private static final Pattern FORM = Pattern.compile("arn:[^:]*:states:([^:]+):([^:]+):activity:(.+)");

    /** Returns the activities whose tasks machines wait for, in the order of the definitions. */
    static List<ActivityArn> in(List<StateMachineDefinition> machines) {
        return machines.stream()
                .flatMap(machine -> machine.scopes().stream())
                .flatMap(scope -> scope.states().values().stream())
                .filter(TaskState.class::isInstance)
                .flatMap(state -> state.text("Resource").stream())
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(arn -> new ActivityArn(arn.group(1), arn.group(2), arn.group(3)))
                .distinct()
                .toList();
    }
}
