package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.validation.machine.JsonataNames;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import org.jspecify.annotations.Nullable;

/** The item of a Map state is read where there is none. */
final class MapItemOutside extends Rule {
    private static final String WHERE =
            " exists only in the ItemSelector of a Map state and in the states of an inline item processor, not here";

    MapItemOutside() {
        super("ASL-MAP-015", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        for (Part part : machine.parts()) {
            part.paths().stream()
                    .filter(site -> site.paths().anyMatch(MapItemOutside::readsItem))
                    .filter(site -> !hasItem(part))
                    .forEach(site -> findings.add(at(site.pointer(), "$$.Map" + WHERE)));
        }
        machine.expressions().stream()
                .filter(site -> site.syntax().filter(MapItemOutside::readsItem).isPresent())
                .filter(site -> !hasItem(site.part()))
                .forEach(site -> findings.add(at(site.pointer(), "$states.context.Map" + WHERE)));
    }

    private static boolean readsItem(Syntax syntax) {
        return isItem(syntax) || syntax.children().stream().anyMatch(MapItemOutside::readsItem);
    }

    private static boolean isItem(Syntax syntax) {
        return syntax instanceof Syntax.Path path
                && path.steps().size() > 2
                && path.steps().get(0) instanceof Syntax.Variable variable
                && variable.name().equals("states")
                && isName(path.steps().get(1), "context")
                && isName(path.steps().get(2), "Map");
    }

    private static boolean isName(Syntax step, String expected) {
        return JsonataNames.base(step) instanceof Syntax.Name name
                && name.name().equals(expected);
    }

    private static boolean readsItem(JsonPath path) {
        return path.root() == PathRoot.CONTEXT
                && !path.steps().isEmpty()
                && path.steps().get(0) instanceof PathStep.Name name
                && name.name().equals("Map");
    }

    /** Its items are executions of their own. */
    private static boolean isDistributed(Part processor) {
        return processor.value("ProcessorConfig").path("Mode").asString("").equals("DISTRIBUTED");
    }

    private static boolean hasItem(Part part) {
        for (@Nullable Part outer = part; outer != null; outer = outer.owner()) {
            if (outer.kind() == Kind.MAP) {
                return true;
            }
            if (outer.kind() == Kind.ITEM_PROCESSOR) {
                return !isDistributed(outer);
            }
        }
        return false;
    }
}
