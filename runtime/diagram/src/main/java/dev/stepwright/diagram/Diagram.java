package dev.stepwright.diagram;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.picture.Lens;
import dev.stepwright.diagram.picture.SvgPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture of a state machine as SVG: one document without scripts, fonts or anything from elsewhere, for light and dark
 * surroundings. The same definition and course give the same bytes.
 *
 * <pre>{@code
 * Diagram.of(definition).titled("order").write(Path.of("order.svg"));
 * Diagram.of(definition).showing(Course.of(engine.history(arn, 0, Integer.MAX_VALUE))).write(Path.of("run.svg"));
 * }</pre>
 */
public final class Diagram {
    private final StateMachineDefinition definition;
    private final String title;
    private final Lens lens;

    private Diagram(StateMachineDefinition definition, String title, Lens lens) {
        this.definition = definition;
        this.title = title;
        this.lens = lens;
    }

    /** Returns the picture of a definition; one with faults is drawn as far as it goes. */
    public static Diagram of(StateMachineDefinition definition) {
        return new Diagram(definition, "State machine", Lens.PLAIN);
    }

    /** Returns the picture with another title than {@code State machine}, for screen readers and tooltips. */
    public Diagram titled(String name) {
        return new Diagram(definition, name, lens);
    }

    /** Returns the picture with what an execution has done: states and ways that were passed, have failed, run, or were not reached. */
    public Diagram showing(Course execution) {
        return new Diagram(definition, title, Lens.execution(execution));
    }

    /** Returns the picture with what tests have gone through, and the states and ways that none has. */
    public Diagram showingTested(Course tests) {
        return new Diagram(definition, title, Lens.tests(tests));
    }

    /**
     * Returns the SVG document. Each state is a group {@code <g id="state-NAME" data-state="NAME">}; in its id, characters other than
     * letters, digits, {@code -} and {@code _} of ASCII are a dot and their code: {@code state-Book.20flight}. Each way is a group
     * {@code <g class="way" data-from="NAME" data-to="NAME">} without the one or the other at a start or an end, and of class {@code catch} too if it is
     * one of Catch rules.
     */
    public String toSvg() {
        return SvgPicture.of(definition, lens, title);
    }

    /**
     * Writes the SVG document into a file; folders that are missing are made.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, toSvg());
    }
}
