package dev.stepwright.validation;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import org.jspecify.annotations.Nullable;

/** The item of a Map state is read where there is none. */
final class MapItemOutside extends Rule {
    MapItemOutside() {
        super("ASL-MAP-015", Severity.WARNING, "");
    }

    @Override
    void check(Part part, Findings findings) {
        PathSite.of(part).stream()
                .filter(site -> site.paths().anyMatch(MapItemOutside::readsItem))
                .filter(site -> !hasItem(part))
                .forEach(
                        site -> findings.add(
                                at(
                                        site.pointer(),
                                        "$$.Map exists only in the ItemSelector of a Map state and in the states of its item processor, not here")));
    }

    private static boolean readsItem(JsonPath path) {
        return path.root() == PathRoot.CONTEXT
                && !path.steps().isEmpty()
                && path.steps().get(0) instanceof PathStep.Name name
                && name.name().equals("Map");
    }

    private static boolean hasItem(Part part) {
        for (@Nullable Part outer = part; outer != null; outer = outer.owner()) {
            if (outer.kind() == Kind.MAP || outer.kind() == Kind.ITEM_PROCESSOR) {
                return true;
            }
        }
        return false;
    }
}
