package dev.stepwright.testkit;

import dev.stepwright.runtime.Progress;
import dev.stepwright.runtime.ProgressListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The lines of a run: of all that happens, and of each execution by itself. */
final class RunLines implements ProgressListener {
    private final Page all;
    private final Map<String, Page> single = new ConcurrentHashMap<>();

    /** Lines as they come. */
    private static final class Page {
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private final ProgressLines writer;

        Page(UnaryOperator<String> label, Consumer<String> out) {
            this.writer = ProgressLines.withOutputsTo(
                    line -> {
                        lines.add(line);
                        out.accept(line);
                    },
                    label);
        }

        String text() {
            return String.join("\n", List.copyOf(lines));
        }
    }

    /**
     * @param label the machine of an execution, for the reader; empty for the one under test
     * @param out is given each line at once
     */
    RunLines(UnaryOperator<String> label, Consumer<String> out) {
        this.all = new Page(label, out);
    }

    @Override
    public void on(Progress progress) {
        all.writer.on(progress);
        single.computeIfAbsent(progress.executionArn(), arn -> new Page(machine -> "", line -> {}))
                .writer
                .on(progress);
    }

    String all() {
        return all.text();
    }

    String of(String executionArn) {
        Page page = single.get(executionArn);
        return page == null ? "" : page.text();
    }
}
