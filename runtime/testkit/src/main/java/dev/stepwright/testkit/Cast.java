package dev.stepwright.testkit;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.task.TaskPermission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machines of a run by their names, the one under test first, and what definitions call the others. */
final class Cast {
    private static final Pattern MACHINE = Pattern.compile("arn:[^:]*:states:[^:]*:[^:]*:stateMachine:([^:]+)(:.*)?");
    private static final int LONGEST_NAME = 80;

    private final Map<String, Subject> byName = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final String first;

    /** @throws IllegalArgumentException if two machines have one name, or one reference means two machines */
    Cast(Subject underTest) {
        this.first = underTest.name() == null ? "test" : underTest.name();
        add(first, underTest);
    }

    private void add(String name, Subject subject) {
        Subject other = byName.putIfAbsent(name, subject);
        if (other != null && isSame(other, subject)) {
            return;
        }
        if (other != null) {
            throw new IllegalArgumentException(
                    "two machines of this run are named \"" + name + "\"; rename one of them with TestMachine.named");
        }
        subject.nested().forEach((reference, machine) -> {
            String its = machine.name() == null ? nameIn(reference) : machine.name();
            String before = names.putIfAbsent(reference, its);
            if (before != null && !before.equals(its)) {
                throw new IllegalArgumentException("\"" + reference + "\" means the machine \"" + before
                        + "\" and the machine \"" + its + "\" in the same run; nest only one of them");
            }
            add(its, machine);
        });
    }

    /** A machine that nests itself, so that it can start itself, is the same but for what it nests. */
    private static boolean isSame(Subject one, Subject other) {
        return one.definition() == other.definition() && one.tasks().equals(other.tasks());
    }

    /** A machine is called as in its ARN, or as a placeholder for it. */
    private static String nameIn(String reference) {
        Matcher arn = MACHINE.matcher(reference);
        String text = arn.matches() ? arn.group(1) : reference;
        String name = text.replaceAll("[^\\p{L}\\p{N}._-]", "");
        return name.isEmpty() ? "nested" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    Map<String, Subject> byName() {
        return byName;
    }

    /** Returns which tasks may begin, of each machine those that it lets. */
    TaskPermission permission() {
        return request -> Objects.requireNonNull(
                        byName.get(ExecutionIdentity.machineNameIn(request.executionArn())), "a machine of this run")
                .tasks()
                .permission()
                .check(request);
    }

    /** Returns the names of machines by what definitions call them. */
    Map<String, String> references() {
        return names;
    }

    /** Returns whether an ARN or what stands for one means a machine of the run; also one that nobody nests, which starts itself. */
    boolean has(String reference) {
        Matcher arn = MACHINE.matcher(reference);
        return names.containsKey(reference) || arn.matches() && byName.containsKey(arn.group(1));
    }

    /** Returns the name of the machine under test. */
    String first() {
        return first;
    }

    /** Returns the name of the machine of an execution; empty for the machine under test. */
    String label(String executionArn) {
        String name = ExecutionIdentity.machineNameIn(executionArn);
        return name.equals(first) ? "" : name;
    }
}
