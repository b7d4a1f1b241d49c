package dev.stepwright.types.report;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Trail;
import dev.stepwright.types.graph.Passage;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.lattice.Documented;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Use;
import dev.stepwright.types.lattice.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Remembers what the last pass over the states brings to light. Before that pass it remembers nothing. */
public final class Recorder {
    private static final int MOST_PLACES = 4;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Finding> byPlace = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<StateNode, TaskData> tasks = new LinkedHashMap<>();
    private final List<Suspicion> suspicions = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Map<Place, Set<StateNode>> questions = new IdentityHashMap<>();
    private final Map<Place, Set<StateNode>> readers = new IdentityHashMap<>();
    private final Handed handed = new Handed();
    private boolean recording;

    public void start() {
        recording = true;
    }

    public boolean isRecording() {
        return recording;
    }

    /** Reports a finding; the message is made only if it is wanted. One finding of a rule for each place. */
    public void report(FlowRule rule, Trail trail, Supplier<String> message) {
        report(rule, rule.severity(), trail, message);
    }

    /**
     * Reports a value that is known and never of the type that is needed.
     *
     * @param certain whether the state fails whenever it is not
     */
    public void mismatch(StateNode node, Value value, Need need, boolean certain, Trail trail, String what) {
        if (recording && Fits.never(value, need)) {
            report(
                    FlowRule.WRONG_TYPE,
                    certain ? FlowRule.WRONG_TYPE.severity() : Severity.WARNING,
                    trail,
                    () -> "state %s: %s must be %s, found %s"
                            .formatted(JsonText.quote(node.name()), what, Fits.phrase(need), Documented.kinds(value)));
        }
    }

    /** Reports a finding of a severity of its own. Of two of a rule for one place the graver one is kept, or else the first. */
    private void report(FlowRule rule, Severity severity, Trail trail, Supplier<String> message) {
        report(rule, severity, trail, message, Optional::empty);
    }

    private void report(
            FlowRule rule, Severity severity, Trail trail, Supplier<String> message, Supplier<Optional<Meant>> meant) {
        if (!recording) {
            return;
        }
        // A comparison of two types is one fault, though either side is wrong.
        String place = rule + " " + trail.pointer() + (rule == FlowRule.WRONG_TYPE ? "" : " " + trail.character());
        Finding before = byPlace.get(place);
        if (before != null && before.severity().compareTo(severity) <= 0) {
            return;
        }
        Finding finding =
                new Finding(rule.id(), severity, trail.pointer(), trail.character(), message.get(), meant.get());
        findings.remove(before);
        findings.add(finding);
        byPlace.put(place, finding);
    }

    /** Reports that something is missing, once for each state, and what is probably meant instead. */
    public void report(
            FlowRule rule,
            StateNode node,
            String missing,
            Trail trail,
            Supplier<String> message,
            Supplier<Optional<Meant>> meant) {
        if (recording && seen.add(rule + " " + node.pointer() + " " + missing)) {
            report(rule, rule.severity(), trail, message, meant);
        }
    }

    /** Remembers that a state reads a member of its input by its name, and what it finds there. */
    public void named(StateNode node, Value found) {
        if (recording) {
            found.places()
                    .forEach(place -> readers.computeIfAbsent(place, key -> new HashSet<>())
                            .add(node));
        }
    }

    /** Reports that the name of a member is probably misspelt, unless another state reads it by the same: nobody makes a slip twice. */
    public void suspect(StateNode node, Value found, Trail trail, Supplier<String> message, Meant meant) {
        if (recording) {
            suspicions.add(new Suspicion(node, found, trail, message, meant));
        }
    }

    /** Reports that an error is read where perhaps nothing has failed, unless another state reads the same with reason, or asks about it. */
    public void suspect(StateNode node, String error, Value found, Trail trail, Supplier<String> message) {
        if (recording) {
            doubts.add(new Doubt(node, error, found, trail, message));
        }
    }

    private record Doubt(StateNode node, String error, Value found, Trail trail, Supplier<String> message) {
        boolean holds(Map<Place, Set<StateNode>> readers, Set<StateNode> doubted, Set<Place> asked) {
            return found.places().stream()
                    .allMatch(place ->
                            !asked.contains(place) && doubted.containsAll(readers.getOrDefault(place, Set.of())));
        }
    }

    private record Suspicion(StateNode node, Value found, Trail trail, Supplier<String> message, Meant meant) {
        boolean holds(Map<Place, Set<StateNode>> readers) {
            return found.places().stream()
                    .allMatch(place -> place != Place.ANYWHERE
                            && !place.isUnlisted()
                            && readers.getOrDefault(place, Set.of()).equals(Set.of(node)));
        }
    }

    /** Remembers that a state reads a value. Of many places that it can come from, or if it may be known, none is read for certain. */
    public void use(StateNode node, Value value, Need need, boolean certain) {
        if (recording) {
            boolean isFromOutside = value.places().size() <= MOST_PLACES && value.equals(Value.of(value.places()));
            value.places().forEach(place -> {
                Set<Origin> alternatives = isFromOutside ? others(value, place) : Set.of();
                place.use(new Use(node.pointer(), need, certain && isFromOutside, alternatives));
            });
        }
    }

    /** Remembers that a state reads a value in a field of its own. Not for certain, if it need not come by there. */
    public void use(StateNode node, Value value, Need need, boolean certain, Trail field) {
        use(node, value, need, certain && recording && Passage.isAlwaysTaken(node, field.pointer()));
    }

    /** Remembers that a task, or whoever asks for the machine's output, gets a value as it is, with all that is in it. */
    public void handOn(StateNode node, Value value) {
        use(node, value, Need.VALUE, false);
        if (recording) {
            handed.handOn(value);
        }
    }

    /** Remembers what the elements of a value are needed to be, if something is needed of them and it is an array. */
    public void useElements(StateNode node, Value value, Need need) {
        if (recording && need != Need.VALUE) {
            use(node, Reader.elements(value).value(), need, false);
        }
    }

    private static Set<Origin> others(Value value, Place place) {
        return value.places().stream()
                .filter(other -> other != place)
                .map(Place::origin)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Remembers that a state asks about a value, to go one way or another, or to make one thing or another. */
    public void ask(StateNode node, Value value) {
        if (recording) {
            value.places()
                    .forEach(place -> questions
                            .computeIfAbsent(place, key -> new HashSet<>())
                            .add(node));
        }
    }

    /** Returns for each place from outside the states that ask about what stands there. */
    public Collection<Set<StateNode>> questions() {
        return questions.values();
    }

    /** Remembers what a task is given and what it gives. */
    public void task(StateNode node, Value given, Value result) {
        if (recording) {
            handOn(node, given);
            tasks.put(node, new TaskData(given, result));
        }
    }

    /** Returns all findings, once every state has been looked at. */
    public List<Finding> findings() {
        suspicions.stream()
                .filter(each -> each.holds(readers))
                .forEach(each -> report(
                        FlowRule.MISSPELT,
                        FlowRule.MISSPELT.severity(),
                        each.trail(),
                        each.message(),
                        () -> Optional.of(each.meant())));
        suspicions.clear();
        Set<StateNode> doubted = doubts.stream().map(Doubt::node).collect(Collectors.toUnmodifiableSet());
        doubts.stream()
                .filter(each -> each.holds(readers, doubted, questions.keySet()))
                .forEach(each -> report(
                        FlowRule.UNFAILED, each.node(), each.error(), each.trail(), each.message(), Optional::empty));
        doubts.clear();
        return findings;
    }

    /** Returns the tasks that were looked at. */
    public Map<StateNode, TaskData> tasks() {
        return tasks;
    }

    /**
     * What a task gets and gives.
     *
     * @param arguments its effective input
     * @param result what it gives, before ResultSelector
     */
    public record TaskData(Value arguments, Value result) {}
}
