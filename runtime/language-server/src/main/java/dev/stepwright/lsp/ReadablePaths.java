package dev.stepwright.lsp;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskState;
import dev.stepwright.types.KnownPaths;
import dev.stepwright.types.KnownPaths.KnownPath;
import dev.stepwright.types.Shape;
import dev.stepwright.types.StateEntry;
import dev.stepwright.types.TaskShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/**
 * What an expression can read at a place of a state, as far as it is typed.
 *
 * @param open the definition that the state is in
 * @param state that the place is in
 * @param at the place
 * @param entry what the state starts with
 */
record ReadablePaths(OpenDefinition open, State state, JsonPointer at, StateEntry entry) {
    private static final String STATES = "$states.";
    private static final Set<String> AFTER_WORK = Set.of("Output", "Assign");

    /** Returns the paths: the input, the variables and, where it is begun, the rest of {@code $states} or the Context Object. */
    List<KnownPath> paths(String begun) {
        QueryLanguage language = state.queryLanguage(open.machine().queryLanguage());
        List<KnownPath> paths = new ArrayList<>(Hints.paths(entry, language));
        if (language == QueryLanguage.JSONPATH) {
            if (begun.startsWith("$$")) {
                paths.addAll(KnownPaths.of("$$", entry.context(), language));
            }
            return paths;
        }
        if (paths.stream().noneMatch(path -> path.path().equals(STATES + "input"))) {
            paths.add(0, new KnownPath(STATES + "input", "any value"));
        }
        Stream.of(KnownPaths.of(STATES + "context", entry.context(), language), results(language), failures())
                .forEach(more -> more.stream()
                        .filter(path -> begun.startsWith(STATES)
                                || path.path().indexOf('.') == path.path().lastIndexOf('.'))
                        .forEach(paths::add));
        return paths;
    }

    private List<String> steps() {
        String inState = at.toString().substring(state.pointer().toString().length());
        return List.of(inState.split("/", -1));
    }

    /** What came of its work is there behind the work only. */
    private List<KnownPath> results(QueryLanguage language) {
        boolean hasResult = !state.subMachines().isEmpty() || state instanceof TaskState;
        if (!hasResult || steps().size() < 2 || !AFTER_WORK.contains(steps().get(1))) {
            return List.of();
        }
        Shape result = open.tasks().stream()
                .filter(task -> task.pointer().equals(state.pointer()))
                .findFirst()
                .map(TaskShape::result)
                .orElse(Shape.ANY);
        return KnownPaths.of(STATES + "result", result, language);
    }

    private List<KnownPath> failures() {
        boolean isCaught = steps().size() > 3 && steps().get(1).equals("Catch") && AFTER_WORK.contains(steps().get(3));
        return isCaught
                ? Stream.of("errorOutput", "errorOutput.Error", "errorOutput.Cause")
                        .map(path -> new KnownPath(STATES + path, path.contains(".") ? "string" : "object"))
                        .toList()
                : List.of();
    }
}
