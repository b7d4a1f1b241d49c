package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Trail;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.graph.Ways;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Lack;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.FlowRule;
import dev.stepwright.types.report.Kept;
import dev.stepwright.types.report.Meant;
import dev.stepwright.types.report.Misspelt;
import dev.stepwright.types.report.Recorder;
import dev.stepwright.types.report.Similar;
import dev.stepwright.types.report.Unfailed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads paths for one state: finds what is there, remembers what is needed, reports what is not there.
 *
 * @param operands whether the paths are operands of a Choice
 */
public record Reads(StateNode node, Recorder recorder, boolean operands) {
    /**
     * Reads a path.
     *
     * @param trail where the path is written
     * @param certain whether it is read whenever the state runs
     */
    public Value read(JsonPath path, Frame frame, Trail trail, Need need, boolean certain) {
        Walk walk = Walk.of(path, frame);
        recorder.use(node, walk.value(), need, certain && walk.isFound(), trail);
        if (operands) {
            recorder.ask(node, walk.value());
        }
        if (!path.isDefinite() && walk.value().items() != null) {
            recorder.use(node, walk.value().items().element(), Need.VALUE, false);
            recorder.use(node, walk.at(), Need.ARRAY, false);
        }
        if (recorder.isRecording()) {
            report(path, frame, trail, walk);
        }
        return walk.value();
    }

    private void report(JsonPath path, Frame frame, Trail trail, Walk walk) {
        Lack lack = walk.lack();
        if (lack == null) {
            doubt(path, frame, trail);
            suspect(path, frame, trail);
        } else {
            FlowRule rule = operands && lack == Lack.SOMETIMES ? FlowRule.OPERAND_SOMETIMES : FlowRule.of(lack);
            String missing = prefix(path, Math.min(walk.step() + 1, path.steps().size()));
            recorder.report(
                    rule,
                    node,
                    missing + frame.part(),
                    trail,
                    () -> reader(path) + because(lack, path, frame, walk),
                    () -> Missing.meant(path, walk, frame, lack));
        }
    }

    /** Reports what the documented result of a service lacks that comes by some of the ways to the state. */
    private void doubt(JsonPath path, Frame frame, Trail trail) {
        if (operands || frame.inputOf() == null || path.root() != PathRoot.INPUT) {
            return;
        }
        Predicate<Entry> lacks = entry -> Walk.of(path, frame.asOf(entry)).lack() == Lack.DOUBTFUL;
        Ways.entry(node, lacks).map(frame::asOf).ifPresent(by -> {
            Walk walk = Walk.of(path, by);
            recorder.report(
                    FlowRule.of(Lack.DOUBTFUL),
                    node,
                    prefix(path, walk.step() + 1),
                    trail,
                    () -> "%s, which the documented result does not have on %s: %s"
                            .formatted(
                                    reader(path),
                                    Ways.lacking(node, lacks),
                                    Missing.of(path, walk, by) + kept(path, frame, walk)),
                    Optional::empty);
        });
    }

    private void suspect(JsonPath path, Frame frame, Trail trail) {
        List<PathStep> steps = path.steps();
        if (path.root() != PathRoot.INPUT || steps.isEmpty() || !(steps.get(0) instanceof PathStep.Name first)) {
            return;
        }
        Optional<String> next = steps.size() > 1 && steps.get(1) instanceof PathStep.Name second
                ? Optional.of(second.name())
                : Optional.empty();
        Value found = Reader.field(frame.input(), first.name()).value();
        recorder.named(node, found);
        if (!operands && frame.inputOf() != null && Unfailed.mayBe(frame.input(), first.name())) {
            Predicate<Entry> lacks = entry -> Unfailed.lacks(frame.asOf(entry).input(), first.name());
            recorder.suspect(
                    node, first.name(), found, trail, () -> Unfailed.message(reader(path), Ways.lacking(node, lacks)));
        }
        Misspelt.meant(frame.input(), first.name(), next)
                .map(name -> new Meant(prefix(path, 1), "$" + text(List.of(new PathStep.Name(name)))))
                .or(() -> inContext(path, first.name(), frame))
                .ifPresent(meant ->
                        recorder.suspect(node, found, trail, () -> Misspelt.message(reader(path), meant), meant));
    }

    /** The Context Object, where {@code $.State.Name} and its like are of an EC2 instance. */
    private static Optional<Meant> inContext(JsonPath path, String first, Frame frame) {
        Fields known = frame.input().fields();
        return !first.equals("State")
                        && (known == null || known.field(first) == null)
                        && Missing.isOfContext(path, frame)
                ? Optional.of(new Meant(path.text(), "$" + path.text()))
                : Optional.empty();
    }

    private String because(Lack lack, JsonPath path, Frame frame, Walk walk) {
        return switch (lack) {
            case ALWAYS -> never(frame) + Missing.of(path, walk, frame) + kept(path, frame, walk);
            case SOMETIMES -> sometimes(path, frame, walk);
            case DOUBTFUL ->
                ", which the documented result does not have: " + Missing.of(path, walk, frame)
                        + kept(path, frame, walk);
            case EMPTY -> ", which is always an empty array: " + Missing.of(path, walk, frame);
            case UNASSIGNED ->
                ", which no earlier state assigns: " + Similar.instead(path.variable(), frame.variables());
            case SOMETIMES_ASSIGNED ->
                ", which is not assigned on " + lackingWays(path, frame) + "; assign it there or before";
        };
    }

    private String reader(JsonPath path) {
        return "state " + JsonText.quote(node.name()) + " reads " + path.text();
    }

    private String never(Frame frame) {
        return ", which never exists here" + (frame.inputOf() == null ? "" : Ways.all(node)) + ": ";
    }

    private String sometimes(JsonPath path, Frame frame, Walk walk) {
        String where = frame.inputOf() == null && path.root() != PathRoot.VARIABLE
                ? "does not always exist"
                : "does not exist on " + lackingWays(path, frame);
        String kept = kept(path, frame, walk);
        String produce = kept.isEmpty() ? "; produce it there, or " : kept + ", or ";
        return ", which %s: %s%stest it with IsPresent first"
                .formatted(where, Missing.of(path, walk, frame), operands && kept.isEmpty() ? "; " : produce);
    }

    /** Returns how the first member of the path would come here, where a state before has it and does not hand it on. */
    private String kept(JsonPath path, Frame frame, Walk walk) {
        Function<Entry, Value> inputOf = frame.inputOf();
        Entry entry = node.entry();
        boolean isOfInput = path.root() == PathRoot.INPUT
                && walk.step() == 0
                && inputOf != null
                && entry != null
                && inputOf.apply(entry) == entry.input();
        if (!isOfInput || !(path.steps().get(0) instanceof PathStep.Name first)) {
            return "";
        }
        return Kept.of(
                        node,
                        first.name(),
                        each -> !Walk.of(path, frame.asOf(each)).isFound())
                .filter(kept -> kept.isCertain() || !Missing.namesAnother(path, walk, frame))
                .map(Kept::advice)
                .orElse("");
    }

    private String lackingWays(JsonPath path, Frame frame) {
        return Ways.lacking(node, entry -> !Walk.of(path, frame.asOf(entry)).isFound());
    }

    /** Reports a value that is known and never of the type that is needed. */
    public void mismatch(Value value, Need need, Trail trail, String what) {
        recorder.mismatch(node, value, need, true, trail, what);
    }

    /** Returns the text of the first steps of a path. */
    static String prefix(JsonPath path, int steps) {
        String text = switch (path.root()) {
            case INPUT -> "$";
            case CONTEXT -> "$$";
            case VARIABLE -> "$" + path.variable();
            case ELEMENT -> "@";
        };
        return text + text(path.steps().subList(0, steps));
    }

    static String text(List<PathStep> steps) {
        return steps.stream().map(Reads::text).collect(Collectors.joining());
    }

    private static String text(PathStep step) {
        if (step instanceof PathStep.Name name) {
            return name.name().matches("[A-Za-z0-9_-]+") ? "." + name.name() : "[" + JsonText.quote(name.name()) + "]";
        }
        return step instanceof PathStep.Index index ? "[" + index.index() + "]" : "[*]";
    }
}
