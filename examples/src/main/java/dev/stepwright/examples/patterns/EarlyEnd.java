package dev.stepwright.examples.patterns;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.StateRef;

/** An end before the end: what is known already needs no expert. */
public final class EarlyEnd {
    private EarlyEnd() {}

    public record Question(String text) {}

    public record Found(Question question, boolean known, Answer answer) {}

    public record Answer(String text, String source) {}

    public interface Library {
        Found search(Question question);

        Answer ask(Question question);
    }

    // region machine
    public static StateMachine<Question, Answer> machine() {
        StateRef<Answer> done = label("done");

        return StateMachine.start(task("Search", Library::search))
                .then(choice("Known?")
                        .when(
                                path(Found::known).isTrue(),
                                pass("Take it", path(Found::answer)).then(goTo(done)))
                        .otherwise(proceed()))
                .then(task("Ask an expert", Library::ask).arguments(path(Found::question)))
                .then(done.at(succeed("Answered")));
    }
    // endregion
}
