package dev.stepwright.examples.patterns;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.StateMachine;
import java.time.Duration;

/** The same steps until something holds: a job is asked for until it is done. */
public final class Loop {
    private Loop() {}

    public record Query(String sql) {}

    public record Job(String id, String status) {}

    public interface Warehouse {
        Job submit(Query query);

        Job status(Job job);
    }

    // region machine
    public static StateMachine<Query, Job> machine() {
        return StateMachine.start(task("Submit", Warehouse::submit))
                .then(loop(
                        "poll",
                        poll -> given(Job.class)
                                .then(waitFor("Wait", Duration.ofSeconds(30)))
                                .then(task("Ask", Warehouse::status))
                                .then(choice("Done?")
                                        .when(path(Job::status).equalTo("DONE"), proceed())
                                        .when(
                                                path(Job::status).equalTo("FAILED"),
                                                fail("Failed", "JobFailed", "see the job"))
                                        .otherwise(goTo(poll)))))
                .end();
    }
    // endregion
}
